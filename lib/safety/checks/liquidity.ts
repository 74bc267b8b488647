import { formatUnits } from "viem";
import type { Facts } from "../facts";
import { type Finding, fails, needless, passes, type Rule, unknown } from "./rule";

/** Below this a pool is empty for every practical purpose: any sale of weight takes all that is in it. */
const THIN = { WETH: { atomic: 5n * 10n ** 16n, decimals: 18 }, USDC: { atomic: 100n * 10n ** 6n, decimals: 6 } } as const;
/** A token is fresh for so long: before that, nobody can know whether its maker stays. */
export const FRESH_SECONDS = 30 * 86_400;
/** A lock that opens so soon holds nobody. */
const SHORT_LOCK_SECONDS = 7 * 86_400;
const MAKERS: ReadonlySet<string> = new Set(["creator", "owner", "fake_lock"]);
/** What may be pulled without hurting the others much. */
const SMALL_BPS = 2_000;

export const LIQUIDITY_RULES: readonly Rule[] = [
  {
    id: "liquidity",
    group: "liquidity",
    title: "There is liquidity to sell into",
    failing: "there is hardly any liquidity",
    severity: "medium",
    judge: ({ pools: { pools, why } }) => {
      const [deepest] = pools;
      if (!deepest) return unknown(why ?? "No pool trades it.");
      const { atomic, decimals } = THIN[deepest.quote.symbol];
      const text = `${formatUnits(deepest.quoteReserve, decimals)} ${deepest.quote.symbol} in the deepest pool.`;
      return deepest.quoteReserve < atomic ? fails(text, { address: deepest.address }) : passes(text, { address: deepest.address });
    },
  },
  {
    id: "liquidity_pull",
    group: "liquidity",
    title: "Its maker can't take the liquidity out",
    failing: "its maker can take the liquidity out",
    severity: "high",
    judge: judgePull,
  },
  {
    id: "concentration",
    group: "liquidity",
    title: "No single key holds a large part of it",
    failing: "one key holds a large part of it",
    severity: "low",
    judge: ({ holders }) => {
      if (holders.top.length === 0) return unknown(holders.why ?? "Its holders could not be read.");
      const [most] = holders.top.filter(({ kind }) => kind === "account");
      if (!most) return passes("No account is among the largest holders.");
      const text = `The largest account holds ${percent(most.shareBps)} of the supply.`;
      return most.shareBps > 2_000 ? fails(text, { address: most.address }) : passes(text, { address: most.address });
    },
  },
];

function judgePull({ liquidity, pools, timestamp }: Facts): Finding {
  const [deepest] = pools.pools;
  if (!deepest) return needless("No pool trades it.");
  const mine = liquidity.shares.filter(
    ({ kind, until }) => MAKERS.has(kind) || (kind === "locked" && until !== null && until - timestamp < SHORT_LOCK_SECONDS),
  );
  const pulled = Math.min(
    10_000,
    mine.reduce((sum, { shareBps }) => sum + shareBps, 0),
  );
  const [first] = [...mine].sort((a, b) => b.shareBps - a.shareBps);
  if (!first) {
    if (!liquidity.complete) return { ...unknown(liquidity.why ?? "Not all holders of the pool could be found."), severity: "low" };
    return passes(
      liquidity.shares[0]
        ? `Of the deepest pool, ${percent(liquidity.shares[0].shareBps)} is ${liquidity.shares[0].kind === "burned" ? "burnt" : liquidity.shares[0].kind === "locked" ? "locked" : "held by somebody else"}.`
        : "Nobody holds shares of the deepest pool.",
    );
  }
  const text = `${percent(pulled)} of the deepest pool can be taken out by ${first.holder}: ${first.why}`;
  if (pulled <= SMALL_BPS) return passes(text, { address: first.holder });
  const age = liquidity.createdAt === null ? null : timestamp - liquidity.createdAt;
  const fresh = age === null || age < FRESH_SECONDS;
  const finding = fails(text, { address: first.holder });
  return fresh || first.kind === "fake_lock" || first.kind === "locked" ? finding : { ...finding, severity: "low" };
}

function percent(bps: number): string {
  return `${Number((bps / 100).toFixed(2))} %`;
}
