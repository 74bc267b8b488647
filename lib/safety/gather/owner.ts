import { type Address, encodeFunctionData, type Hex, hexToBigInt, size } from "viem";
import { ERC20 } from "@/lib/chain/abi";
import { addressWord } from "@/lib/chain/addressWord";
import type { ChainView } from "@/lib/chain/openChain";
import type { OwnerFacts } from "../facts";
import { isDelegation } from "./account";

/** Addresses that nobody has a key of; an owner there is no owner. */
const NOBODY = new Set<bigint>([0n, 1n, 0xdeadn, 0xdead000000000000000042069420694206942069n]);

/** Whoever owner() or getOwner() names, and whether that is a person's account or a contract. */
export async function readOwner(chain: ChainView, token: Address): Promise<OwnerFacts> {
  const get = (functionName: "owner" | "getOwner") => chain.read(token, encodeFunctionData({ abi: ERC20, functionName }));
  const [owner, getOwner] = await Promise.all([get("owner"), get("getOwner")]);
  const word = [owner, getOwner].find(isAddressWord);
  if (!word) return { kind: "none", address: null };
  const address = addressWord(word);
  if (address === null || NOBODY.has(hexToBigInt(word))) return { kind: "renounced", address };
  const code = await chain.code(address);
  return { kind: code === "0x" || isDelegation(code) ? "account" : "contract", address };
}

function isAddressWord(word: Hex | null): word is Hex {
  return word !== null && size(word) === 32 && /^0x0{24}/.test(word);
}
