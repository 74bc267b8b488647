import type { BlockWindow } from "@/lib/chain/blockWindow";
import type { ChainView } from "@/lib/chain/openChain";
import { orRefuse } from "@/lib/chain/pageOf";
import type { Pool, Side } from "@/lib/chain/pool";
import { v2StateAt, v3StateAt } from "@/lib/chain/poolState";
import { POOL_TOPICS, TOPIC } from "@/lib/chain/poolTopics";
import { type LogWindow, readLogs } from "@/lib/chain/readLogs";
import { stateThen } from "@/lib/chain/stateThen";
import { ToolRefusal } from "../refusal";
import { v2Yield } from "./v2Yield";
import { type Range, v3Yield } from "./v3Yield";
import type { Yield } from "./yield";

export type Reading = { read: LogWindow; result: Yield };

/** Reads the window and the pool's state at its ends, and reckons what a position came to. */
export async function readYield(chain: ChainView, pool: Pool, quote: Side, asked: BlockWindow, range: Range): Promise<Reading> {
  const { read, result } = pool.version === "v2" ? await readV2(chain, pool, quote, asked) : await readV3(chain, pool, quote, asked, range);
  if (result) return { read, result };
  throw new ToolRefusal("no_liquidity", "There was no liquidity in this pool that one could have had a part of.", {
    hint: "Ask for a window in which there was some.",
  });
}

async function readV2(chain: ChainView, pool: Pool, quote: Side, { from, to }: BlockWindow) {
  const topics = [[...POOL_TOPICS, TOPIC.transfer]];
  const [read, end] = await Promise.all([
    readLogs(chain, { address: pool.address, topics, from, to }).then(orRefuse),
    stateThen(chain, pool, to, (block) => v2StateAt(chain, pool, block)),
  ]);
  if (!end) throw stateUnknown();
  return { read, result: v2Yield(pool, quote, read.logs, end, read.from ?? from) };
}

async function readV3(chain: ChainView, pool: Pool, quote: Side, { from, to }: BlockWindow, range: Range) {
  const stateBefore = (block: bigint) => (block > 0n ? v3StateAt(chain, pool, block - 1n) : null);
  const [read, end, first] = await Promise.all([
    readLogs(chain, { address: pool.address, topics: [[TOPIC.swapV3]], from, to }).then(orRefuse),
    stateThen(chain, pool, to, (block) => v3StateAt(chain, pool, block)),
    stateBefore(from),
  ]);
  if (!end) throw stateUnknown();
  const since = read.from ?? from;
  const before = since === from ? first : await stateBefore(since);
  // Before anybody had put anything in, there was no position to have a part of.
  const start = before && before.liquidity > 0n ? before : null;
  return { read, result: v3Yield(pool, quote, read.logs, { start, end }, since, range) };
}

function stateUnknown(): ToolRefusal {
  return new ToolRefusal("state_unknown", "Our node has forgotten how the pool stood at the end of this window.", {
    kind: "unavailable",
    hint: "Leave `to_block` out, to ask up to the newest block.",
  });
}
