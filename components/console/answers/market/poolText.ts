import type { PoolAnswer, TokenAnswer } from "@/lib/chain/answerShapes";

/** The quote token, and the one that is priced in it. */
export function sidesOf(pool: PoolAnswer): { base: TokenAnswer; quote: TokenAnswer } {
  return pool.quote === "token0" ? { base: pool.token1, quote: pool.token0 } : { base: pool.token0, quote: pool.token1 };
}

/** `PEB / WETH`. */
export function pairText(pool: PoolAnswer): string {
  const { base, quote } = sidesOf(pool);
  return `${base.symbol ?? "?"} / ${quote.symbol ?? "?"}`;
}

/** `V3, 0.3 %`. */
export function kindText({ version, fee_ppm, by_known_factory }: PoolAnswer): string {
  const fee = fee_ppm === null ? null : `${fee_ppm / 10_000} %`;
  return [version.toUpperCase(), fee, by_known_factory ? null : "unknown factory"].filter(Boolean).join(" · ");
}

/** 2499 → `24.99 %`. */
export function bpsText(bps: number | null): string {
  return bps === null ? "unknown" : `${bps / 100} %`;
}
