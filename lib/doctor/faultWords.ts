import type { Fault, Terms } from "./types";

/** All but the amounts, which have a check of their own. */
export function faultsOf({ faults, entries }: Terms): Fault[] {
  return [...faults, ...entries.flatMap((entry) => entry.faults)];
}

export function faultWords(faults: readonly Fault[]): string {
  const [first, ...rest] = faults;
  return `${first?.field}: ${first?.message}${rest.length > 0 ? ` And ${rest.length} more.` : ""}`;
}

/** Each field with what to write there. */
export function mendWords(faults: readonly Fault[]): string {
  return faults.map(({ field, mend }) => `${field}: ${mend}`).join("\n");
}
