const PLACES = 6;

/** A part of a whole in percent as decimal text, cut after six places; null where there is no whole. */
export function percentText(part: bigint, whole: bigint): string | null {
  if (whole <= 0n) return null;
  const scaled = (part * 10n ** BigInt(PLACES + 2)) / whole;
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(PLACES + 1, "0");
  const behind = digits.slice(-PLACES).replace(/0+$/, "");
  return `${scaled < 0n ? "-" : ""}${digits.slice(0, -PLACES)}${behind === "" ? "" : `.${behind}`}`;
}
