import { shorten } from "@/components/ui/shorten";
import { STATUS_WORDS } from "@/components/ui/statusOf";
import type { PaymentQuery, StatusFilter, When } from "./paymentQuery";
import { RANGES } from "./ranges";

export const STATUS_NAMES: Record<StatusFilter, string> = {
  settled: STATUS_WORDS.settled,
  settling: STATUS_WORDS.settling,
  unknown: "Unknown",
  "not-charged": STATUS_WORDS.not_charged,
  failed: STATUS_WORDS.failed,
};

export function statusWords(query: Pick<PaymentQuery, "statuses">): string | null {
  return query.statuses.length > 0 ? query.statuses.map((s) => STATUS_NAMES[s]).join(", ") : null;
}

export function payerWords({ payer }: Pick<PaymentQuery, "payer">): string | null {
  return payer ? `Payer ${shorten(payer)}` : null;
}

export function amountWords({ min, max }: Pick<PaymentQuery, "min" | "max">): string | null {
  if (min !== null && max !== null) return min === max ? `$${min}` : `$${min} to $${max}`;
  if (min !== null) return `from $${min}`;
  return max !== null ? `up to $${max}` : null;
}

export function whenWords({ when, fromDay, toDay }: { when: When; fromDay: string | null; toDay: string | null }): string | null {
  if (when === "all") return null;
  if (when !== "dates") return `Last ${RANGES[when].label}`;
  if (fromDay && toDay) return fromDay === toDay ? fromDay : `${fromDay} to ${toDay}`;
  return fromDay ? `from ${fromDay}` : `to ${toDay}`;
}

/** The filters in one sentence: "Status is Failed and tool is wallet-age, in the last 28 days." */
export function filterSentence(query: PaymentQuery): string {
  const parts = [
    query.search ? `the search is “${query.search}”` : null,
    query.statuses.length > 0 ? `status is ${query.statuses.map((s) => STATUS_NAMES[s]).join(" or ")}` : null,
    query.tool ? `tool is ${query.tool}` : null,
    query.payer ? `payer is ${shorten(query.payer)}` : null,
    amountWords(query) ? `amount is ${amountWords(query)}` : null,
  ].filter((part) => part !== null);
  const when = whenWords(query);
  const time = when ? `${query.when === "dates" ? "when: " : "in the "}${when.charAt(0).toLowerCase()}${when.slice(1)}` : "of all time";
  const text = parts.length > 0 ? `${parts.join(" and ")}, ${time}.` : `None ${time}.`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
