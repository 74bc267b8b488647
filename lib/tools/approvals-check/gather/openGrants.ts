import { type Address, decodeFunctionResult, encodeFunctionData, type Hex, hexToBigInt, isAddressEqual, size } from "viem";
import { addressWord } from "@/lib/chain/addressWord";
import type { ChainView } from "@/lib/chain/openChain";
import { ALLOWANCES, PERMIT2_ABI } from "../calls";
import { type Grant, PERMIT2 } from "../grants";

/** An approval that stands now. `amount`: null where it has none. */
export type OpenGrant = Grant & {
  amount: bigint | null;
  expires: bigint | null;
  balance: bigint | null;
  /** What could be taken now; null: could not be told. */
  atRisk: bigint | null;
};

/** What each approval is worth at the pinned block; what was used up, ended or ran out is left out. One batch. */
export async function openGrants(chain: ChainView, owner: Address, grants: readonly Grant[]): Promise<OpenGrant[]> {
  const balances = new Map<Address, Promise<bigint | null>>();
  const balanceOf = (token: Address) => {
    const asked = balances.get(token) ?? readBalance(chain, owner, token);
    balances.set(token, asked);
    return asked;
  };
  const read = await Promise.all(grants.map((grant) => readGrantNow(chain, owner, grant, balanceOf)));
  return read.filter((grant) => grant !== null);
}

type Balances = (token: Address) => Promise<bigint | null>;

async function readGrantNow(chain: ChainView, owner: Address, grant: Grant, balanceOf: Balances): Promise<OpenGrant | null> {
  switch (grant.standard) {
    case "erc20": {
      const [amount, balance] = await Promise.all([readAllowance(chain, grant.token, owner, grant.spender), balanceOf(grant.token)]);
      return amount === null || amount === 0n ? null : { ...grant, amount, expires: null, balance, atRisk: least(amount, balance) };
    }
    case "permit2":
      return throughPermit2(chain, owner, grant, balanceOf);
    case "collection": {
      const args = [owner, grant.spender] as const;
      const [word, balance] = await Promise.all([
        chain.read(grant.token, encodeFunctionData({ abi: ALLOWANCES, functionName: "isApprovedForAll", args })),
        balanceOf(grant.token),
      ]);
      // Collections of counted items (ERC-1155) tell no balance without naming the item.
      return number(word) === 1n ? { ...grant, amount: null, expires: null, balance, atRisk: balance } : null;
    }
    case "erc721": {
      const args = [grant.tokenId ?? 0n] as const;
      const [approved, holder] = await Promise.all([
        chain.read(grant.token, encodeFunctionData({ abi: ALLOWANCES, functionName: "getApproved", args })),
        chain.read(grant.token, encodeFunctionData({ abi: ALLOWANCES, functionName: "ownerOf", args })),
      ]);
      const stands = isAt(approved, grant.spender) && isAt(holder, owner);
      return stands ? { ...grant, amount: 1n, expires: null, balance: 1n, atRisk: 1n } : null;
    }
  }
}

/** Permit2 can hand on no more than the token lets it take. */
async function throughPermit2(chain: ChainView, owner: Address, grant: Grant, balanceOf: Balances): Promise<OpenGrant | null> {
  const args = [owner, grant.token, grant.spender] as const;
  const [data, allowed, balance] = await Promise.all([
    chain.read(PERMIT2, encodeFunctionData({ abi: PERMIT2_ABI, functionName: "allowance", args })),
    readAllowance(chain, grant.token, owner, PERMIT2),
    balanceOf(grant.token),
  ]);
  if (data === null || size(data) !== 96) return null;
  const [amount, expiration] = decodeFunctionResult({ abi: PERMIT2_ABI, functionName: "allowance", data });
  const expires = BigInt(expiration);
  if (amount === 0n || expires < chain.block.timestamp) return null;
  return { ...grant, amount, expires, balance, atRisk: allowed === null ? null : least(least(amount, allowed) ?? 0n, balance) };
}

async function readAllowance(chain: ChainView, token: Address, owner: Address, spender: Address): Promise<bigint | null> {
  return number(await chain.read(token, encodeFunctionData({ abi: ALLOWANCES, functionName: "allowance", args: [owner, spender] })));
}

async function readBalance(chain: ChainView, owner: Address, token: Address): Promise<bigint | null> {
  return number(await chain.read(token, encodeFunctionData({ abi: ALLOWANCES, functionName: "balanceOf", args: [owner] })));
}

function number(word: Hex | null): bigint | null {
  return word !== null && size(word) === 32 ? hexToBigInt(word) : null;
}

function isAt(word: Hex | null, address: Address): boolean {
  const found = addressWord(word);
  return found !== null && isAddressEqual(found, address);
}

function least(amount: bigint, balance: bigint | null): bigint | null {
  if (balance === null) return null;
  return amount < balance ? amount : balance;
}
