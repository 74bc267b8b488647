/**
 * USDC amounts. An atomic amount is a bigint of 10^-6 USDC, from the wire to the database; text is
 * made of it only for people. Nothing here goes through a floating-point number.
 */
export const USDC_DECIMALS = 6;

const DECIMAL = /^(\d+)(?:\.(\d+))?$/;

/** `"0.005"` (USDC) → `5000n` atomic. Throws on more than 6 decimals, a sign, or anything that is no number. */
export function parseUsdc(text: string): bigint {
  const match = DECIMAL.exec(text);
  const fraction = match?.[2] ?? "";
  if (!match?.[1] || fraction.length > USDC_DECIMALS) {
    throw new TypeError(`"${text}" is not an amount of USDC with at most ${USDC_DECIMALS} decimals.`);
  }
  return BigInt(match[1] + fraction.padEnd(USDC_DECIMALS, "0"));
}

/** `5000n` → `"0.005"`; at least `minDecimals` decimals, no more than are needed. */
export function formatUsdc(atomic: bigint, minDecimals = 0): string {
  const sign = atomic < 0n ? "-" : "";
  const digits = (atomic < 0n ? -atomic : atomic).toString().padStart(USDC_DECIMALS + 1, "0");
  const whole = digits.slice(0, -USDC_DECIMALS).replace(/\B(?=(\d{3})+$)/g, ",");
  const fraction = digits.slice(-USDC_DECIMALS).replace(/0+$/, "").padEnd(minDecimals, "0");
  return `${sign}${whole}${fraction ? `.${fraction}` : ""}`;
}

/** `5000n` → `"$0.005"`; sums of money read best with `minDecimals` 2: `"$97.41"`. */
export function formatUsd(atomic: bigint, minDecimals = 0): string {
  const text = formatUsdc(atomic, minDecimals);
  return text.startsWith("-") ? `-$${text.slice(1)}` : `$${text}`;
}
