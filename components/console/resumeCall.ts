import { type CallDesk, newRecord } from "./callDesk";
import { deliver } from "./deliver";
import { dropPending, type PendingCall } from "./pendingCall";
import { readPayment } from "./sendPaid";

/** A payment that was out when the page was closed: its answer is fetched. A payment that never arrived is forgotten, not sent. */
export async function resumeCall(desk: CallDesk, pending: PendingCall): Promise<void> {
  const { input, authorization, quote, header } = pending;
  const payment = await readPayment({ payer: authorization.from, nonce: authorization.nonce });
  if (!payment) return dropPending(desk.target.slug);
  const sent = payment.times.received ? Date.parse(payment.times.received) : Date.now();
  const record = {
    ...newRecord(input, performance.now()),
    quote,
    sign: { at: 0, ms: null, authorization },
    paid: { at: 0, clock: sent, header, reply: null },
    payment,
  };
  desk.update(() => ({ phase: "paying", record }));
  await deliver(desk, { input, header, authorization });
}
