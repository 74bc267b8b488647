import { type Address, encodeFunctionData, hexToBigInt } from "viem";
import { ERC20 } from "./abi";
import { addressWord } from "./addressWord";
import type { ChainView } from "./openChain";
import { delegateOf } from "./proxyTarget";

/** Addresses that nobody has a key of. */
const NOBODY = new Set<bigint>([0n, 1n, 0xdeadn, 0xdead000000000000000042069420694206942069n]);

/** `key`: one person's key is enough. `contract`: code decides, which may still be one person's. */
export type Controller = { address: Address; kind: "nobody" | "key" | "contract" };

/** Who decides in the end behind an address with power: an administration contract's owner counts, once. Two batches. */
export async function readController(chain: ChainView, address: Address): Promise<Controller> {
  if (isNobody(address)) return { address, kind: "nobody" };
  const [code, word] = await Promise.all([
    chain.code(address),
    chain.read(address, encodeFunctionData({ abi: ERC20, functionName: "owner" })),
  ]);
  if (code === "0x" || delegateOf(code)) return { address, kind: "key" };
  const owner = addressWord(word);
  if (!owner) return { address, kind: "contract" };
  if (isNobody(owner)) return { address: owner, kind: "nobody" };
  const behind = await chain.code(owner);
  return { address: owner, kind: behind === "0x" || delegateOf(behind) ? "key" : "contract" };
}

function isNobody(address: Address): boolean {
  return NOBODY.has(hexToBigInt(address));
}
