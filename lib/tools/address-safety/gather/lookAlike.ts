import { type Address, type Hex, pad, toEventSelector } from "viem";
import { wordAddress } from "@/lib/chain/logWords";
import type { ChainView } from "@/lib/chain/openChain";
import { readLogs } from "@/lib/chain/readLogs";
import type { LookAlike } from "../facts";

const TRANSFER = toEventSelector("Transfer(address,address,uint256)");
const BOUNDS = { enough: 2_000, requests: 32, withinMs: 4_000 } as const;
/** So many digits at each end are what people compare. */
const DIGITS = 4;

/** Is it made to look like somebody with whom `other` dealt, or like `other`? */
export async function findLookAlike(chain: ChainView, address: Address, other: Address): Promise<LookAlike> {
  const word = pad(other).toLowerCase() as Hex;
  const range = { from: 0n, to: chain.block.number };
  const [out, into] = await Promise.all([
    readLogs(chain, { topics: [TRANSFER, word], ...range }, BOUNDS),
    readLogs(chain, { topics: [TRANSFER, null, word], ...range }, BOUNDS),
  ]);
  const dealt = new Set([
    other,
    ...out.logs.map(({ topics }) => wordAddress(topics[2])),
    ...into.logs.map(({ topics }) => wordAddress(topics[1])),
  ]);
  const like = [...dealt].find((one) => one !== address && looksLike(one, address)) ?? null;
  return { compared: dealt.size, complete: out.complete && into.complete, like };
}

export function looksLike(a: Address, b: Address): boolean {
  const ends = (address: Address) => (address.slice(2, 2 + DIGITS) + address.slice(-DIGITS)).toLowerCase();
  return ends(a) === ends(b) && a.toLowerCase() !== b.toLowerCase();
}
