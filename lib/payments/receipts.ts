import { type HttpAnswer, jsonAnswer } from "@/lib/http";
import { type PaidCall, serverTiming } from "./call";
import { paymentRequired } from "./challenge";
import type { ReasonCode } from "./reasons";
import { receiptHeaders } from "./receiptHeaders";

/** `body`: a stream where the answer flows. `used`: atomic, of what was quoted; only where the price was made for the request. */
export type KeptAnswer = {
  status: number;
  contentType: string;
  body: string | Uint8Array | ReadableStream<Uint8Array>;
  used?: string | null;
};

/** The answer, with its own status, and the receipt. */
export function answered(call: PaidCall, kept: KeptAnswer, transaction: string, id = call.id): HttpAnswer {
  const { used } = kept;
  const receipt = receiptHeaders(call.payment, call.terms.requirements, { success: true, transaction, ...(used ? { used } : {}) });
  const headers = {
    "content-type": kept.contentType,
    "cache-control": "no-store",
    // A seller's page must not run as one of the market's own, whoever is led to look at it.
    ...(isPlain(kept.contentType) ? {} : { "content-security-policy": "default-src 'none'; sandbox" }),
    ...receipt,
    "X-Payment-Id": id,
    ...(used ? { "X-Payment-Used": used } : {}),
    "Server-Timing": serverTiming(call),
  };
  return { status: kept.status, headers, body: kept.body };
}

function isPlain(contentType: string): boolean {
  return /^(application\/json|text\/event-stream)\b/.test(contentType);
}

/** 402 after settlement was refused: no money moved, the answer is withheld. */
export function refused(call: PaidCall, reason: ReasonCode, id = call.id): HttpAnswer {
  const answer = paymentRequired(call.terms, reason, { payment: id });
  const receipt = receiptHeaders(call.payment, call.terms.requirements, { success: false, errorReason: reason });
  return { ...answer, headers: { ...answer.headers, ...receipt, "X-Payment-Id": id } };
}

/** 202: the money may have moved. The payer is told where to ask, and never to pay again. */
export function pending(call: PaidCall, id: string): HttpAnswer {
  const receipt = receiptHeaders(call.payment, call.terms.requirements, { success: false, errorReason: "settlement_pending" });
  const body = {
    state: "unknown",
    payment: id,
    status_url: `/api/payments/${id}`,
    message: "The chain has not told yet whether the payment went through. Do not sign again.",
    hint: "Ask at status_url. Once it says settled, send this same request with this same payment: the answer is kept for you.",
  };
  return jsonAnswer(202, body, { ...receipt, "X-Payment-Id": id, "Retry-After": "2" });
}
