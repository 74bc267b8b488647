import { statusOf } from "@/components/ui/statusOf";

export type WordedPayment = { state: string; reason: string | null; reasonMessage: string | null };

/** Instead of a transaction, where there is none to show yet or ever. */
export function outcomeWords({ state, reason, reasonMessage }: WordedPayment): string {
  switch (statusOf(state)) {
    case "settling":
      return state === "claimed" || state === "running" ? "the tool is running" : "waiting for a block";
    case "unknown":
      return "checked every few seconds";
    case "settled":
      return "";
    default:
      return lowerFirst(reasonMessage ?? reason?.replaceAll("_", " ") ?? "no reason given");
  }
}

/** A sentence as part of a row: without its capital and its full stop. */
function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, "");
}

/** The price is struck through where nothing was paid. */
export function isUnpaid(state: string): boolean {
  return state === "released" || state === "failed";
}

/** From the paid request to the tool's answer. */
export function answeredIn({ receivedAt, answeredAt }: { receivedAt: Date; answeredAt: Date | null }): string {
  return answeredAt ? `${(answeredAt.getTime() - receivedAt.getTime()).toLocaleString("en")} ms` : "–";
}
