import type { CallTarget } from "@/lib/discovery/callRequest";
import type { LedgerPayment, PaidReply } from "./callTypes";
import { isOpen } from "./paidReply";
import { readPayment, sendPaid } from "./sendPaid";

type Facts = { target: CallTarget; input: Record<string, unknown>; header: string; payer: string; nonce: string; validBefore: number };

export type Known = { kind: "reply"; reply: PaidReply } | { kind: "never_arrived" };

const EVERY_MS = 2_000;
/** A request that broke off may have been lost on its way: it is sent again, at most so often. */
const RESENDS = 3;

/**
 * The outcome of a payment that nobody could tell yet. Only asks, and sends the very same signed request
 * again; never a new one. `onPayment` hears what the ledger says meanwhile.
 */
export async function settleUnknown(
  facts: Facts,
  onPayment: (payment: LedgerPayment) => void,
  stopped: () => boolean,
): Promise<Known | null> {
  let resends = 0;
  while (!stopped()) {
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    if (stopped()) return null;
    const payment = await readPayment({ payer: facts.payer, nonce: facts.nonce });
    if (payment) onPayment(payment);
    const closed = payment && ["settled", "released", "failed"].includes(payment.state);
    const lost = !payment && resends < RESENDS;
    if (closed || lost) {
      if (lost) resends += 1;
      const reply = await sendPaid(facts.target, facts.input, facts.header).catch(() => null);
      if (reply && !isOpen(reply)) return { kind: "reply", reply };
    }
    // Past its end the signature can move nothing any more.
    if (!payment && resends >= RESENDS && Date.now() / 1000 > facts.validBefore + 5) return { kind: "never_arrived" };
  }
  return null;
}
