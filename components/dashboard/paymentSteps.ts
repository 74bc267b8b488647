import { formatEth } from "@/components/ui/formatEth";
import { formatMs } from "@/components/ui/formatMs";
import type { SellerPaymentDetail } from "@/db/queries/paymentById";
import type { TimelineEvent } from "@/db/queries/timeline";
import { rowEvents } from "./rowEvents";

type Told =
  | "state"
  | "tool"
  | "reason"
  | "reasonMessage"
  | "transaction"
  | "blockNumber"
  | "gasUsed"
  | "gasFee"
  | "batchSize"
  | "receivedAt"
  | "claimedAt"
  | "answeredAt"
  | "submittedAt"
  | "closedAt";

/** The ledger row as its steps tell it; the public receipt leaves the last two out. */
export type SteppedPayment = Pick<SellerPaymentDetail, Told> & Partial<Pick<SellerPaymentDetail, "x402Version" | "fingerprint">>;

export type PaymentStep = {
  at: Date;
  title: string;
  text: string;
  /** What the text ends with, with a copy button. */
  hash?: { value: string; what: "hash" | "transaction" };
  took: string | null;
  tone: "settled" | "done" | "open" | "unknown" | "failed" | "plain";
};

type Words = Omit<PaymentStep, "at" | "took">;

/** What happened to a payment, the newest first, as the event log has it; the row alone tells of those from before there was one. */
export function paymentSteps(p: SteppedPayment, log: readonly TimelineEvent[] = []): PaymentStep[] {
  const events = (log.length > 0 ? [...log] : rowEvents(p)).filter(isTold);
  const steps = events.map((event, index): PaymentStep => {
    const before = events[index - 1]?.at ?? p.receivedAt;
    return { at: event.at, took: formatMs(since(event.at, before)), ...words(p, event, index === events.length - 1) };
  });
  return [received(p), ...steps].reverse();
}

/** The answer was in the queue at the moment it was there, and the tool's start says nothing once it has answered. */
function isTold({ step, at }: TimelineEvent, index: number, all: TimelineEvent[]): boolean {
  if (step === "running") return !all.slice(index).some((later) => later.step === "answered");
  return step !== "queued" || !all.some((other) => other.step === "answered" && other.at.getTime() === at.getTime());
}

function words(p: SteppedPayment, { step, note }: TimelineEvent, last: boolean): Words {
  const sent = note?.startsWith("0x") ? { value: note, what: "transaction" as const } : undefined;
  switch (step) {
    case "claimed":
      return claimed(p);
    case "running":
      return { title: `Run ${p.tool}`, text: "The tool is at work.", tone: "open" };
    case "answered":
      return { title: `Run ${p.tool}`, text: "Answered within its schema. The question is not kept.", tone: "done" };
    case "queued":
      return {
        title: "Waits for the chain",
        text: "The answer is safe. The transfer goes out as soon as it can.",
        tone: last ? "open" : "done",
      };
    case "submitted":
      return submitted(last, sent);
    case "bumped":
      return {
        title: "Sent again with a higher fee",
        text: "The same transfer, so that a block takes it sooner.",
        hash: sent,
        tone: "done",
      };
    case "reorganised":
      return {
        title: "Its block was undone",
        text: "The chain replaced the block it stood in. The transfer is mined again.",
        tone: "unknown",
      };
    case "replayed":
      return { title: "A copy came in", text: "The same payment again: it got this answer, and no second charge.", tone: "done" };
    case "flowed":
      return flowed(note);
    case "unknown":
      return unknown();
    case "settled":
      return { title: "Settled", text: last ? settledText(p) : "It stood in a block.", hash: sent ?? transaction(p), tone: "settled" };
    default:
      return uncharged(p, step === "failed");
  }
}

function received(p: SteppedPayment): PaymentStep {
  const text = p.x402Version ? `A signed authorization, version ${p.x402Version} of the protocol.` : "With a signed authorization.";
  return { at: p.receivedAt, title: "Paid request came in", text, took: null, tone: "open" };
}

function claimed(p: SteppedPayment): Words {
  const hash = p.fingerprint ? { value: p.fingerprint, what: "hash" as const } : undefined;
  const text = hash ? "Bound to this one request: sha256" : "Signature and balance were good; bound to one request.";
  return { title: "Verified and claimed", text, hash, tone: "done" };
}

function submitted(last: boolean, hash: PaymentStep["hash"]): Words {
  const text = last ? "Waiting for a block that takes it." : "The transfer went out to the network.";
  return { title: "Sent to the chain", text, hash: last ? hash : undefined, tone: last ? "open" : "done" };
}

function flowed(how: string | null): Words {
  if (how === "broken") return { title: "The answer broke off", text: "Its source failed after it had begun.", tone: "failed" };
  if (how === "left") return { title: "The reader left", text: "The rest of the answer was not made.", tone: "plain" };
  return { title: "All of the answer has gone out", text: "Part by part, as it was made.", tone: "done" };
}

function unknown(): Words {
  const text = "The chain has not told yet whether the money moved. It is checked every few seconds, and nobody has to pay again.";
  return { title: "Unknown: being checked", text, tone: "unknown" };
}

function settledText({ batchSize, blockNumber, gasUsed, gasFee }: SteppedPayment): string {
  const batch = batchSize && batchSize > 1 ? `In a batch of ${batchSize}` : "Alone in its transaction";
  const block = blockNumber === null ? "" : `, block ${blockNumber.toLocaleString("en")}`;
  const paid = gasFee === null ? ", paid by its sender" : ` (${formatEth(gasFee)}), paid by the market`;
  const gas = gasUsed === null ? "" : ` Gas ${gasUsed.toLocaleString("en")}${paid}.`;
  return `${batch}${block}.${gas}`;
}

function uncharged(p: SteppedPayment, failed: boolean): Words {
  const why = p.reasonMessage ?? (p.reason ? `${p.reason.replaceAll("_", " ")}.` : "");
  const end = failed ? "No money moved." : "The payment was not sent to the chain; the payer's authorization is free again.";
  const title = failed ? "Failed" : "Not charged";
  return { title, text: `${why} ${end}`.trim(), hash: transaction(p), tone: failed ? "failed" : "plain" };
}

function transaction(p: SteppedPayment): PaymentStep["hash"] {
  return p.transaction ? { value: p.transaction, what: "transaction" } : undefined;
}

/** The steps are written by two clocks, the server's and the database's; a small difference must not read as −1 ms. */
function since(later: Date, earlier: Date): number {
  return Math.max(0, later.getTime() - earlier.getTime());
}
