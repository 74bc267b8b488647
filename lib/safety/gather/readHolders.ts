import { type Address, encodeFunctionData, getAddress, size } from "viem";
import { ERC20 } from "@/lib/chain/abi";
import type { ChainView } from "@/lib/chain/openChain";
import type { HoldersFacts } from "@/lib/safety/facts";
import { isNobody } from "./isNobody";
import { word } from "./word";

const MOST_CODES = 60;
const TOP = 10;

/** `code`: null where it was not asked for. */
export type Holder = { address: Address; balance: bigint; kind: HoldersFacts["top"][number]["kind"] | null; delegated: boolean };

/** What each of them holds at the block, the most first; who they are is asked of those who matter. */
export async function readHolders(
  chain: ChainView,
  token: Address,
  pools: ReadonlySet<Address>,
  asked: readonly Address[],
): Promise<Holder[]> {
  const [balances, codes] = await Promise.all([
    Promise.all(asked.map((address) => balanceOf(chain, token, address))),
    Promise.all(asked.slice(0, MOST_CODES).map((address) => chain.code(address))),
  ]);
  const holders = asked
    .map((address, i) => ({ address, balance: balances[i] ?? 0n, code: codes[i] ?? null }))
    .filter(({ balance }) => balance > 0n)
    .sort((a, b) => Number(a.balance < b.balance) - Number(a.balance > b.balance));
  return Promise.all(
    holders.map(async ({ address, balance, code: known }, i) => {
      const code = known ?? (i < TOP ? await chain.code(address) : null);
      if (code === null) return { address, balance, kind: null, delegated: false };
      const delegated = size(code) === 23 && code.startsWith("0xef0100");
      const kind = pools.has(getAddress(address))
        ? "pool"
        : isNobody(address)
          ? "burned"
          : code === "0x" || delegated
            ? "account"
            : "contract";
      return { address, balance, kind, delegated };
    }),
  );
}

async function balanceOf(chain: ChainView, token: Address, holder: Address): Promise<bigint | null> {
  return word(await chain.read(token, encodeFunctionData({ abi: ERC20, functionName: "balanceOf", args: [holder] })));
}
