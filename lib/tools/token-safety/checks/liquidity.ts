import { formatUnits } from "viem";
import { fails, passes, type Rule, unknown } from "./rule";

/** Below this a pool is empty for every practical purpose: any sale of weight takes all that is in it. */
const THIN = { WETH: { atomic: 5n * 10n ** 16n, decimals: 18 }, USDC: { atomic: 100n * 10n ** 6n, decimals: 6 } } as const;

export const liquidity: Rule = {
  id: "liquidity",
  title: "There is liquidity to sell into",
  failing: "there is hardly any liquidity",
  severity: "medium",
  judge: ({ pool }) => {
    if (!pool.found) return unknown(pool.why);
    const { atomic, decimals } = THIN[pool.quote.symbol];
    const text = `${formatUnits(pool.quoteReserve, decimals)} ${pool.quote.symbol} in the pool.`;
    return pool.quoteReserve < atomic ? fails(text, { address: pool.pair }) : passes(text, { address: pool.pair });
  },
};
