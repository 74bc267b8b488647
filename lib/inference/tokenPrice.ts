import type { ModelRate } from "./modelRates";

export type Tokens = { input: number; output: number };

/** Atomic USDC for so many tokens, rounded up. */
export function tokenPrice(rate: ModelRate, { input, output }: Tokens): bigint {
  const parts = rate.input * BigInt(input) + (rate.output ?? 0n) * BigInt(output);
  return (parts + 999_999n) / 1_000_000n;
}
