import { askedChain } from "@/lib/chain/askedChain";
import { askedPools } from "@/lib/chain/askedPools";
import { type BlockWindow, blockWindow } from "@/lib/chain/blockWindow";
import { byPlace } from "@/lib/chain/chainLog";
import { readCursor } from "@/lib/chain/cursor";
import { heldBy } from "@/lib/chain/heldBy";
import { type Market, openMarket } from "@/lib/chain/openMarket";
import { leftOf, orRefuse, pageOf } from "@/lib/chain/pageOf";
import { POOL_TOPICS } from "@/lib/chain/poolTopics";
import { type LogWindow, readLogs } from "@/lib/chain/readLogs";
import { stateThen } from "@/lib/chain/stateThen";
import type { ToolContext } from "../define";
import { type BurntPools, burntPools } from "./burntPools";
import { describePulls } from "./describe";
import { type Pull, pullsOf } from "./pulls";
import type { LiquidityPullsAnswer, LiquidityPullsInput } from "./schema";

const USUAL = 10_000n;
const MOST = 100_000n;
/** Without an address every pool of the chain is looked at. */
const USUAL_ALL = 300n;
const MOST_ALL = 2_000n;

/** Finds the pools, reads what happened in them, and keeps what was taken out. */
export async function run(input: LiquidityPullsInput, ctx: ToolContext): Promise<LiquidityPullsAnswer> {
  const market = await openMarket(input, ctx);
  const { id, chain } = market;
  const question = ["liquidity-pulls", id, input.address?.toLowerCase() ?? null, input.min_share_bps ?? null];
  const cursor = input.cursor ? readCursor(question, input.cursor, chain.block.number) : null;
  const [usual, most] = input.address ? [USUAL, MOST] : [USUAL_ALL, MOST_ALL];
  const [named, window] = await Promise.all([
    input.address ? askedPools(market, ctx, input.address) : null,
    cursor ?? blockWindow(chain, input, usual, most),
  ]);
  const { from, to, holds } = leftOf(window, cursor);
  const found = named ? { pools: named, from, why: null } : await burntPools(market, from, to);
  const { read, pulls } = await readPulls(market, found, { from, to });
  const seen = pulls.filter(({ log }) => holds(log));
  const taken = seen.filter(({ shareBps }) => shareBps === null || shareBps >= (input.min_share_bps ?? 0));
  const page = pageOf(question, { from: window.from, to: window.to }, read, taken, input.limit);
  return {
    chain: id,
    as_of_block: Number(chain.block.number),
    summary: summarise(page.rows, page.window.complete, input.min_share_bps),
    window: page.window,
    pulls_seen: seen.length,
    ...(await describePulls(market, page.rows, named)),
    cursor: page.cursor,
  };
}

/** Free look before any price: is there a node for the chain that was asked? */
export function ready(input: LiquidityPullsInput, ctx: ToolContext): void {
  askedChain(input, ctx);
}

/** V3 is counted back from what each pool held at the window's end. */
async function readPulls(
  { chain }: Market,
  { pools, from, why }: BurntPools,
  asked: BlockWindow,
): Promise<{ read: LogWindow; pulls: Pull[] }> {
  const whole = from === asked.from && why === null;
  const { to } = asked;
  if (pools.length === 0) return { read: { logs: [], complete: whole, from, to, why }, pulls: [] };
  const [read, ends] = await Promise.all([
    readLogs(chain, { address: pools.map(({ address }) => address), topics: [POOL_TOPICS], from, to }),
    Promise.all(pools.map((pool) => (pool.version === "v3" ? stateThen(chain, pool, to, (block) => heldBy(chain, pool, block)) : null))),
  ]);
  const { logs } = orRefuse(read);
  const pulls = pools.flatMap((pool, at) => pullsOf(pool, logs, ends[at] ?? null)).sort((a, b) => byPlace(b.log, a.log));
  return { read: { ...read, complete: read.complete && whole, why: read.why ?? why }, pulls };
}

function summarise(pulls: readonly Pull[], complete: boolean, least: number | undefined): string {
  const part = complete ? "in this window" : "in the part of the window that this answer covers";
  if (pulls.length === 0) return `${least ? `Nobody took out ${percent(least)} of a pool or more` : "Nobody took anything out"} ${part}.`;
  const largest = Math.max(...pulls.map(({ shareBps }) => shareBps ?? 0));
  const count = `Liquidity was taken out ${pulls.length === 1 ? "once" : `${pulls.length} times`} ${part}`;
  return largest > 0 ? `${count}; the most at once was ${percent(largest)} of its pool.` : `${count}.`;
}

function percent(bps: number): string {
  return `${bps / 100} %`;
}
