import { formatUsdc } from "@/lib/money";
import { formatMs } from "../ui/formatMs";
import type { CallState } from "./callTypes";

export type StepState = "done" | "now" | "todo" | "bad" | "ask";
export type StepRow = { key: string; state: StepState; label: string; note?: string; time?: string };

/** The call's steps as the slot lists them; times are measured ones. */
export function stepsOf(state: CallState, slug: string, expected: { runMs: number | null; networkName: string }): StepRow[] {
  const { phase, record } = state;
  if (!record || phase === "idle" || phase === "settled") return [];
  const amount = formatUsdc(BigInt(record.quote?.terms.amount ?? 0));
  const price: StepRow = record.quote
    ? { key: "price", state: "done", label: "Price read", time: formatMs(record.quote.ms) }
    : { key: "price", state: phase === "pricing" ? "now" : "bad", label: phase === "pricing" ? "Reading the price" : "No price came" };
  if (phase === "pricing" || !record.quote) return [price];
  if (phase === "signing") {
    return [
      price,
      { key: "sign", state: "now", label: "Waiting for your signature", note: "Look for the window of your wallet." },
      {
        key: "run",
        state: "todo",
        label: `Run ${slug}`,
        ...(expected.runMs === null ? {} : { time: `about ${formatMs(expected.runMs)}` }),
      },
      { key: "settle", state: "todo", label: `Settle on ${expected.networkName}` },
    ];
  }
  if (!record.paid) return [price, { key: "sign", state: "bad", label: "Not signed" }, unsettled];
  const signed: StepRow = {
    key: "sign",
    state: "done",
    label: `You signed ${amount} USDC`,
    ...(record.sign?.ms ? { time: formatMs(record.sign.ms) } : {}),
  };
  return [price, signed, ...serverSteps(state, slug)];
}

const unsettled: StepRow = { key: "settle", state: "todo", label: "Not settled", time: "$0.000" };

function serverSteps({ phase, record }: CallState, slug: string): StepRow[] {
  const payment = record?.payment ?? null;
  const timing = record?.paid?.reply?.timing ?? {};
  const ledgerMs = (from: string | null | undefined, to: string | null | undefined) =>
    from && to ? Date.parse(to) - Date.parse(from) : undefined;
  const verifyMs = timing.verify ?? ledgerMs(payment?.times.received, payment?.times.claimed);
  const runMs = timing.run ?? ledgerMs(payment?.times.claimed, payment?.times.answered);
  const claimed: StepRow = {
    key: "claim",
    state: "done",
    label: "Signature checked and claimed",
    ...(verifyMs === undefined ? {} : { time: formatMs(verifyMs) }),
  };
  const answered: StepRow = {
    key: "run",
    state: "done",
    label: `${slug} answered`,
    ...(runMs === undefined ? {} : { time: formatMs(runMs) }),
  };
  if (phase === "paying") {
    if (!payment) return [{ ...claimed, state: "now", label: "Checking the signature" }];
    if (payment.state === "claimed") return [claimed, { key: "run", state: "now", label: `${slug} is at work` }];
    const others = (payment.batchSize ?? 1) - 1;
    const batch = others > 0 ? `, in a batch with ${others} ${others === 1 ? "other" : "others"}` : "";
    return [
      claimed,
      answered,
      { key: "settle", state: "now", label: `Settling${batch}`, note: "Your answer is ready and comes out with this block." },
    ];
  }
  if (phase === "unknown") {
    if (!payment) return [{ key: "sent", state: "ask", label: "Sent, and not heard of since" }];
    return [
      { ...answered, note: "The answer is kept for you." },
      { key: "settle", state: "ask", label: "Settlement sent, not seen in a block" },
    ];
  }
  if (phase === "failed")
    return [claimed, answered, { key: "settle", state: "bad", label: "The chain refused the transfer", time: "$0.000" }];
  // Without an id of its own the payment was refused before it was claimed.
  if (!record?.paid?.reply?.paymentId && !payment) return [{ ...claimed, state: "bad", label: "Payment refused" }, unsettled];
  return [
    claimed,
    { key: "run", state: "bad", label: `${slug} gave no answer`, ...(runMs === undefined ? {} : { time: formatMs(runMs) }) },
    unsettled,
  ];
}
