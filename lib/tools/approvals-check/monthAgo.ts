import { type Hex, hexToBigInt, numberToHex } from "viem";
import type { ChainView } from "@/lib/chain/openChain";

const MONTH = 30n * 86_400n;
const SPAN = 50_000n;

/** Which block was about the newest thirty days ago, told by how fast blocks came lately; null: the chain is younger. */
export async function monthAgo(chain: ChainView): Promise<bigint | null> {
  const { number, timestamp } = chain.block;
  const span = number > SPAN ? SPAN : number;
  const block = await chain.unreachable(chain.ask("eth_getBlockByNumber", [numberToHex(number - span), false]));
  const then = (block as { timestamp?: Hex } | null)?.timestamp;
  if (!then || span === 0n) return null;
  const seconds = timestamp - hexToBigInt(then);
  if (seconds <= 0n) return null;
  const blocks = (MONTH * span) / seconds;
  return blocks < number ? number - blocks : null;
}
