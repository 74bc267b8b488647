import type { Price } from "./pool";

const DIGITS = 12;

/**
 * A price in whole units as decimal text: how many of the quote token one of the other costs. Integers only, cut after
 * 12 digits that count. null where the tokens' decimals are not known, or there is no price.
 */
export function priceText({ num, den }: Price, baseDecimals: number | null, quoteDecimals: number | null): string | null {
  if (baseDecimals === null || quoteDecimals === null || num <= 0n || den <= 0n) return null;
  return fractionText(num * 10n ** BigInt(baseDecimals), den * 10n ** BigInt(quoteDecimals));
}

function fractionText(num: bigint, den: bigint): string {
  const whole = num / den;
  if (whole > 0n) {
    const places = Math.max(0, DIGITS - whole.toString().length);
    return trimmed(whole, ((num % den) * 10n ** BigInt(places)) / den, places);
  }
  // Zeros behind the point don't count.
  const zeros = (den / num).toString().length - 1;
  const places = zeros + DIGITS;
  return trimmed(0n, (num * 10n ** BigInt(places)) / den, places);
}

function trimmed(whole: bigint, part: bigint, places: number): string {
  const behind = places > 0 ? part.toString().padStart(places, "0").replace(/0+$/, "") : "";
  return behind === "" ? `${whole}` : `${whole}.${behind}`;
}
