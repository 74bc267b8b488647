import "server-only";
import type { Hex } from "viem";
import { type MinedBlock, minedBlocks, recordBlock, recordFinal, recordMined, recordReorganised } from "@/db/queries/settlements";
import { log } from "@/lib/log";
import { minedRow } from "./confirm";
import { node } from "./node";
import type { Settler } from "./settler";

/** How long a node may lag behind what it has shown before. */
const LAG_MS = 500;

/**
 * Looks whether the blocks that settlements stand in are still part of the chain. A block that was looked at needs no second
 * look while the head of that time is part of it: it vouches for all below. One that was written down since does.
 */
export function reorganisationWatch(settler: Settler): () => Promise<void> {
  const { sql, chain, network } = settler;
  // Many blocks are asked about in one request.
  const { block: blockOf } = node(settler.client);
  const seen = new Set<string>();
  let anchor: { number: Hex; hash: Hex } | undefined;
  return async () => {
    const head = await chain.block("latest");
    if (!head) return;
    const still = anchor && (await chain.block(BigInt(anchor.number)))?.hash === anchor.hash;
    if (!still || seen.size > 5_000) seen.clear();
    const due = (await minedBlocks(sql, network)).filter((block) => !seen.has(keyOf(block)));
    const now = await Promise.all(due.map(({ number }) => blockOf(number)));
    for (const [i, block] of due.entries()) {
      const there = now[i] ?? (await lookAgain(settler, block.number));
      if (there?.hash !== block.hash) for (const transaction of block.transactions) await restore(settler, transaction as Hex);
      else if (block.number <= BigInt(head.number)) seen.add(keyOf(block));
    }
    anchor = head;
    await recordFinal(sql, network, BigInt(head.number) - settler.finalBlocks);
  };
}

const keyOf = ({ number, hash }: MinedBlock) => `${number} ${hash}`;

/** A node that only lags has the block a moment later. */
async function lookAgain({ chain }: Settler, number: bigint) {
  await new Promise((resolve) => setTimeout(resolve, LAG_MS));
  return chain.block(number);
}

async function restore({ chain, sql }: Settler, hash: Hex): Promise<void> {
  const receipt = await chain.receipt(hash);
  if (receipt) {
    await recordMined(sql, minedRow(receipt));
    return recordBlock(sql, hash, { number: BigInt(receipt.blockNumber), hash: receipt.blockHash });
  }
  log("error", "block_reorganised", { hash });
  await recordReorganised(sql, hash);
}
