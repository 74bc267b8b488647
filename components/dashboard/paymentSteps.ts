import { formatMs } from "@/components/ui/formatMs";
import type { SellerPaymentDetail } from "@/db/queries/paymentById";
import { isUnpaid } from "./paymentWords";

type Told =
  | "state"
  | "tool"
  | "reason"
  | "reasonMessage"
  | "transaction"
  | "blockNumber"
  | "gasUsed"
  | "batchSize"
  | "receivedAt"
  | "verifiedAt"
  | "claimedAt"
  | "answeredAt"
  | "submittedAt"
  | "closedAt";

/** The ledger row as its steps tell it; the public receipt leaves the last three out. */
export type SteppedPayment = Pick<SellerPaymentDetail, Told> &
  Partial<Pick<SellerPaymentDetail, "x402Version" | "fingerprint">>;

export type PaymentStep = {
  at: Date;
  title: string;
  text: string;
  /** Mono parts that the text ends with, each with a copy button. */
  hash?: { value: string; what: "hash" | "transaction" };
  took: string | null;
  tone: "settled" | "done" | "open" | "unknown" | "failed" | "plain";
};

/** What happened to a payment, the newest first. Only what the ledger knows. */
export function paymentSteps(p: SteppedPayment): PaymentStep[] {
  return [outcome(p), submitted(p), answered(p), claimed(p), received(p)].filter((step) => step !== null);
}

function outcome(p: SteppedPayment): PaymentStep | null {
  if (p.state === "unknown") {

    const text = `The chain has not told yet whether the money moved. It is checked every few seconds, and nobody has to pay again.`;
    return { at: p.submittedAt ?? p.claimedAt, title: "Unknown: being checked", text, took: null, tone: "unknown" };
  }
  if (!p.closedAt) return null;
  const took = formatMs(since(p.closedAt, p.submittedAt ?? p.answeredAt ?? p.claimedAt));
  if (p.state === "settled") return { at: p.closedAt, title: "Settled", text: settledText(p), hash: transaction(p), took, tone: "settled" };
  if (!isUnpaid(p.state)) return null;
  const why = p.reasonMessage ?? (p.reason ? `${p.reason.replaceAll("_", " ")}.` : "");
  const failed = p.state === "failed";
  const end = failed ? "No money moved." : "The payment was not sent to the chain; the payer's authorization is free again.";
  return {
    at: p.closedAt,
    title: failed ? "Failed" : "Not charged",
    text: `${why} ${end}`.trim(),
    hash: transaction(p),
    took,
    tone: failed ? "failed" : "plain",
  };
}

function settledText({ batchSize, blockNumber, gasUsed }: SteppedPayment): string {
  const batch = batchSize && batchSize > 1 ? `In a batch of ${batchSize}` : "Alone in its transaction";
  const block = blockNumber === null ? "" : `, block ${blockNumber.toLocaleString("en")}`;
  const gas = gasUsed === null ? "" : ` Gas ${gasUsed.toLocaleString("en")}, paid by the market.`;
  return `${batch}${block}.${gas}`;
}

function submitted(p: SteppedPayment): PaymentStep | null {
  if (!p.submittedAt) return null;
  const open = p.closedAt === null && p.state !== "unknown";
  const text = open ? "Waiting for a block that takes it." : "The transfer went out to the network.";
  return {
    at: p.submittedAt,
    title: "Sent to the chain",
    text,
    hash: open ? transaction(p) : undefined,
    took: null,
    tone: open ? "open" : "done",
  };
}

function answered(p: SteppedPayment): PaymentStep | null {
  if (!p.answeredAt) return null;
  const took = formatMs(since(p.answeredAt, p.claimedAt));
  return { at: p.answeredAt, title: `Run ${p.tool}`, text: "Answered within its schema. The question is not kept.", took, tone: "done" };
}

function claimed(p: SteppedPayment): PaymentStep {
  const hash = p.fingerprint ? { value: p.fingerprint, what: "hash" as const } : undefined;
  const text = hash ? "Bound to this one request: sha256" : "Signature and balance were good; bound to one request.";
  return { at: p.claimedAt, title: "Verified and claimed", text, hash, took: formatMs(since(p.claimedAt, p.receivedAt)), tone: "done" };
}

function received(p: SteppedPayment): PaymentStep {
  const text = p.x402Version ? `A signed authorization, version ${p.x402Version} of the protocol.` : "With a signed authorization.";
  return { at: p.receivedAt, title: "Paid request came in", text, took: null, tone: "open" };
}

function transaction(p: SteppedPayment): PaymentStep["hash"] {
  return p.transaction ? { value: p.transaction, what: "transaction" } : undefined;
}

/** The steps are written by two clocks, the server's and the database's; a small difference must not read as −1 ms. */
function since(later: Date, earlier: Date): number {
  return Math.max(0, later.getTime() - earlier.getTime());
}
