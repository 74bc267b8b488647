import "server-only";
import type { Hex } from "viem";
import { newestBlock, recordBlock, recordFinal, recordMined, recordReorganised } from "@/db/queries/settlements";
import { log } from "@/lib/log";
import { minedRow } from "./confirm";
import type { Settler } from "./settler";

/** How long a node may lag behind what it has shown before. */
const LAG_MS = 500;

/** Looks whether the blocks of the newest settlements are still part of the chain; an unchanged block vouches for all below it. */
export async function findReorganised(settler: Settler): Promise<void> {
  const { sql, chain, network } = settler;
  const head = await chain.block("latest");
  if (!head) return;
  for (let block = await newestBlock(sql, network, null); block; block = await newestBlock(sql, network, block.number)) {
    const now = await chain.block(block.number);
    if (now?.hash === block.hash) break;
    if (!now && !(await isGone(settler, block.number))) return;
    for (const hash of block.hashes) await restore(settler, hash as Hex);
  }
  await recordFinal(sql, network, BigInt(head.number) - settler.finalBlocks);
}

/** A node that has no such block may only lag; one that still lacks it a moment later has lost it. */
async function isGone({ chain }: Settler, number: bigint): Promise<boolean> {
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
