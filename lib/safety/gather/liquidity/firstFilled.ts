import { hexToNumber, isHex, numberToHex } from "viem";
import type { ChainView } from "@/lib/chain/openChain";
import type { LogWindow } from "@/lib/chain/readLogs";

/** When the first of the logs happened; null where they don't go back to the beginning. */
export async function firstFilled(chain: ChainView, { logs: [first], complete }: LogWindow): Promise<number | null> {
  if (!complete || !first) return null;
  if (first.at !== null) return Number(first.at);
  const block = await chain.unreachable(chain.ask("eth_getBlockByNumber", [numberToHex(first.block), false]));
  const { timestamp } = (block ?? {}) as { timestamp?: unknown };
  return isHex(timestamp) ? hexToNumber(timestamp) : null;
}
