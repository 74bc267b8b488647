import type { Trader } from "./cast";
import { approve, balanceOf, buy, exchange, type Market, sell } from "./dealings";
import type { Chapter, Stage } from "./stage";
import { type Act, DAY } from "./timeline";

const COUNT = 260;
const FROM = 1.9 * DAY;
const UNTIL = 29.95 * DAY;

/** A month of trade: each wallet in its own size, now in, now out. */
export const trades: Chapter = (stage) => {
  const { chance, cast } = stage;
  const allowed = new Set<string>();
  const step = (UNTIL - FROM) / COUNT;
  return Array.from({ length: COUNT }, (_, n): Act => {
    // Times are drawn beforehand, everything else when its turn comes and all markets of that day are there.
    const at = FROM + n * step + chance.below(Math.floor(step));
    return { at, run: () => trade(stage, chance.pick(cast.traders), chance.pick(stage.markets), allowed) };
  });
};

async function trade({ chance }: Stage, trader: Trader, market: Market, allowed: Set<string>): Promise<void> {
  const held = chance.below(100) < 45 ? await balanceOf(market.token, trader) : 0n;
  const amount = (held * chance.between(5n, 60n)) / 100n;
  if (amount === 0n) return buy(trader, market, chance.between(trader.low, trader.high));
  const router = market.fee === null ? exchange.router : exchange.v3.router;
  const key = `${trader.deployer}:${market.token}:${router}`;
  if (!allowed.has(key)) {
    // Most allow everything, once; some allow what they sell, each time.
    const careful = trader.high < 10n ** 17n * 2n && chance.below(2) === 0;
    await approve(trader, market.token, router, careful ? amount : undefined);
    if (!careful) allowed.add(key);
  }
  await sell(trader, market, amount);
}
