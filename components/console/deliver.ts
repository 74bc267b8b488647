import type { Authorization } from "../wire/transferTypedData";
import { type CallDesk, step } from "./callDesk";
import type { PaidReply, Phase } from "./callTypes";
import { NEVER_ARRIVED } from "./ownRefusals";
import { isOpen, isPaid } from "./paidReply";
import { dropPending } from "./pendingCall";
import { refusalOf } from "./refusalOf";
import { readPayment, sendPaid } from "./sendPaid";
import { settleUnknown } from "./settleUnknown";

export type SignedCall = { input: Record<string, unknown>; header: string; authorization: Authorization };

/** Sends the signed request and stays with it until its end is known. Never asks for another signature. */
export async function deliver(desk: CallDesk, call: SignedCall): Promise<void> {
  const { input, header, authorization } = call;
  const grown = (reply: PaidReply) =>
    desk.update((was) =>
      desk.stopped() || !was.record?.paid ? was : { ...was, record: { ...was.record, paid: { ...was.record.paid, reply } } },
    );
  const first = await sendPaid(desk.target, input, header, grown).catch(() => null);
  if (first && !isOpen(first)) return conclude(desk, first);
  step(desk, "unknown");
  const { from: payer, nonce, validBefore } = authorization;
  const facts = { target: desk.target, input, header, payer, nonce, validBefore: Number(validBefore) };
  const known = await settleUnknown(facts, (payment) => step(desk, "unknown", { payment }), desk.stopped);
  if (known?.kind === "reply") return conclude(desk, known.reply);
  if (!known) return;
  dropPending(desk.target.slug);
  step(desk, "not_charged", { refusal: NEVER_ARRIVED });
}

async function conclude(desk: CallDesk, reply: PaidReply): Promise<void> {
  const payment = reply.paymentId ? await readPayment({ id: reply.paymentId }) : null;
  dropPending(desk.target.slug);
  desk.ended();
  if (desk.stopped()) return;
  const refusal = isPaid(reply) ? null : refusalOf(reply.status, reply.body);
  desk.update(({ record, ...was }) => {
    if (!record) return { record, ...was };
    const endedAt = performance.now() - record.startedAt;
    return {
      phase: phaseOf(reply),
      record: { ...record, refusal, endedAt, payment: payment ?? record.payment, paid: record.paid && { ...record.paid, reply } },
    };
  });
}

/** A 402 with a receipt comes after settlement was tried: the chain refused it. */
function phaseOf(reply: PaidReply): Phase {
  if (isPaid(reply)) return "settled";
  return reply.status === 402 && reply.receipt ? "failed" : "not_charged";
}
