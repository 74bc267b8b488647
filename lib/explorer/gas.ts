/**
 * Gas of a transaction that settles one payment and nothing else: a plain `transferWithAuthorization` of USDC, measured on
 * the local chain, which runs USDC's own code. What every share of a batch is compared with.
 */
export const GAS_ALONE = 86_161;

/** How a payment's share compares with settling alone: -49 is 49 % less. */
export function gasAgainstAlone(gasEach: number): number {
  return Math.round((gasEach / GAS_ALONE - 1) * 100);
}

/** The share of each payment in its transaction's gas. */
export function gasEach(batch: { gasUsed: string | null; payments: number }): number | null {
  return batch.gasUsed === null || batch.payments === 0 ? null : Math.round(Number(batch.gasUsed) / batch.payments);
}

/** What share of its revenue (atomic) a fee (wei) is when an ETH is worth so much (atomic): `"3.4"` percent, never rounded down. */
export function gasShare(fee: bigint, revenue: bigint, usdPerEth: bigint): string {
  const whole = revenue * 10n ** 18n;
  const tenths = (fee * usdPerEth * 1_000n + whole - 1n) / whole;
  return `${tenths / 10n}.${tenths % 10n}`;
}
