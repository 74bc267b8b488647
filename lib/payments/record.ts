import "server-only";
import { db } from "@/db/client";
import { type ReleasedFrom, releaseClaim } from "@/db/queries/claims";
import { recordUnknown } from "@/db/queries/settlements";
import { CoinslotError } from "@/lib/errors";
import { errorAnswer, type HttpAnswer, jsonAnswer } from "@/lib/http";
import { log } from "@/lib/log";
import type { Outcome } from "@/lib/settlement/types";
import { type PaidCall, serverTiming } from "./call";
import { paymentRequired } from "./challenge";
import type { ReasonCode } from "./reasons";
import { receiptHeaders } from "./receipt";

/** Makes the response that tells the outcome, which settlement has written into the ledger. The answer goes out with `settled` only. */
export async function record(call: PaidCall, body: string, outcome: Outcome): Promise<HttpAnswer> {
  switch (outcome.state) {
    case "settled":
      return answered(call, body, outcome.transaction);
    case "failed":
      return refused(call, outcome.reason);
    case "unsent":
      return unsent(call, outcome.cause);
    case "unknown":
      await quietly(call.id, () => recordUnknown(db(), call.id));
      return pending(call, call.id);
  }
}

/** 200, the answer and the receipt. */
export function answered(call: PaidCall, body: string | Uint8Array, transaction: string, id = call.id): HttpAnswer {
  const receipt = receiptHeaders(call.payment, call.terms.requirements, { success: true, transaction });
  const plain = jsonAnswer(200, null, { ...receipt, "X-Payment-Id": id, "Server-Timing": serverTiming(call) });
  return { ...plain, body };
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

/**
 * There is no answer, or no way to the chain: nothing is settled, the authorization is free again. That is said
 * only if it is so: a payment that may have been answered, in a ledger that doesn't say so, may yet settle.
 */
export async function release(call: PaidCall, error: CoinslotError, from: ReleasedFrom[] = ["claimed"]): Promise<HttpAnswer> {
  const answer = errorAnswer(error, { charged: false, payment: call.id });
  // A tool may quote what it read somewhere; Postgres takes no NUL byte in a text.
  const why = { reason: error.options.reason ?? error.code, message: error.message.replaceAll("\u0000", "") };
  const stored = {
    status: answer.status,
    contentType: answer.headers["content-type"] ?? "application/json",
    body: Buffer.from(String(answer.body)),
  };
  const released = await quietly(call.id, () => releaseClaim(db(), call.id, from, why, stored));
  if (!released && from.includes("answered")) return pending(call, call.id);
  return { ...answer, headers: { ...answer.headers, "X-Payment-Id": call.id, "Server-Timing": serverTiming(call) } };
}

function unsent(call: PaidCall, cause: unknown): Promise<HttpAnswer> {
  const error = new CoinslotError(
    "chain_unavailable",
    "The payment could not be sent to the chain, so it was not made. Nothing was charged.",
    {
      hint: "Send the same request with the same payment again in a few seconds.",
      cause,
    },
  );
  return release(call, error, ["answered"]);
}

/** The chain is the truth: a ledger that is away now is set right by the reconciler. */
async function quietly<T>(id: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    log("error", "ledger_behind", { payment: id, error });
    return undefined;
  }
}
