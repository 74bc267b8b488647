import "server-only";
import type { Hex } from "viem";
import { minedBlocks, recordBlock, recordFinal, recordMined, recordReorganised } from "@/db/queries/settlements";
import { log } from "@/lib/log";
import { minedRow } from "./confirm";
import type { Settler } from "./settler";

/** How long a node may lag behind what it has shown before. */
const LAG_MS = 500;

/**
 * Looks whether the blocks that settlements stand in are still part of the chain. A block that was looked at needs no second
 * look while the head of that time is part of it: it vouches for all below. One that was written down since does.
 */
export function reorganisationWatch(settler: Settler): () => Promise<void> {
  const { sql, chain, network } = settler;
  const seen = new Set<string>();
  let anchor: { number: Hex; hash: Hex } | undefined;
  return async () => {
    const head = await chain.block("latest");
    if (!head) return;
    const still = anchor && (await chain.block(BigInt(anchor.number)))?.hash === anchor.hash;
    if (!still || seen.size > 5_000) seen.clear();
    for (const block of await minedBlocks(sql, network)) {
      const key = `${block.number} ${block.hash}`;
      if (seen.has(key)) continue;
      if (await isGone(settler, block.number, block.hash)) {
        for (const transaction of block.transactions) await restore(settler, transaction as Hex);
      } else if (block.number <= BigInt(head.number)) seen.add(key);
    }
    anchor = head;
    await recordFinal(sql, network, BigInt(head.number) - settler.finalBlocks);
  };
}

/** Another block has its place; or none has, and a moment later still none: a node that only lags would have it by then. */
async function isGone({ chain }: Settler, number: bigint, hash: string): Promise<boolean> {
  const now = await chain.block(number);
  if (now) return now.hash !== hash;
  await new Promise((resolve) => setTimeout(resolve, LAG_MS));
  return (await chain.block(number)) === null;
}

async function restore({ chain, sql }: Settler, hash: Hex): Promise<void> {
  const receipt = await chain.receipt(hash);
  if (receipt) {
    await recordMined(sql, minedRow(receipt));
    return recordBlock(sql, hash, BigInt(receipt.blockNumber));
  }
  log("error", "block_reorganised", { hash });
  await recordReorganised(sql, hash);
}
