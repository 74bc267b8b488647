import { type Hex, hexToBigInt, numberToHex } from "viem";
import type { ChainLog } from "./chainLog";
import type { ChainView } from "./openChain";

/** When blocks were made, by their numbers, as ISO text; null where the node does not tell. */
export type BlockTimes = (block: bigint) => string | null;

/** Logs often carry the time of their block; the rest is asked in one batch. */
export async function readBlockTimes(
  chain: Pick<ChainView, "ask" | "block">,
  logs: readonly Pick<ChainLog, "block" | "at">[],
): Promise<BlockTimes> {
  const times = new Map<bigint, bigint>([[chain.block.number, chain.block.timestamp]]);
  for (const { block, at } of logs) if (at !== null) times.set(block, at);
  const missing = [...new Set(logs.map(({ block }) => block))].filter((block) => !times.has(block));
  await Promise.all(
    missing.map(async (block) => {
      const time = await timeOf(chain, block);
      if (time !== null) times.set(block, time);
    }),
  );
  return (block) => {
    const time = times.get(block);
    return time === undefined ? null : isoOf(time);
  };
}

async function timeOf({ ask }: Pick<ChainView, "ask">, block: bigint): Promise<bigint | null> {
  try {
    const found = (await ask("eth_getBlockByNumber", [numberToHex(block), false])) as { timestamp?: Hex } | null;
    return found?.timestamp ? hexToBigInt(found.timestamp) : null;
  } catch {
    return null;
  }
}

/** Clocks of test chains may stand anywhere, also beyond what a date can say. */
function isoOf(seconds: bigint): string | null {
  const date = new Date(Number(seconds) * 1000);
  return Number.isNaN(date.getTime()) ? null : `${date.toISOString().slice(0, 19)}Z`;
}
