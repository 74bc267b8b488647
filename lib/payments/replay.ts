import "server-only";
import { connection, db } from "@/db/client";
import { findAnswer } from "@/db/queries/answers";
import { findPayment } from "@/db/queries/payments";
import { findUsage } from "@/db/queries/usages";
import { CoinslotError } from "@/lib/errors";
import type { HttpAnswer } from "@/lib/http";
import type { PaidCall } from "./call";
import { ledger } from "./ledger";
import { isReason } from "./reasons";
import { answered, pending, refused } from "./receipts";
import { untilClosed } from "./wake";

const WAIT_MS = 30_000;
/** Between two looks, in case that the word of its end was lost. */
const LOOK_MS = 2_000;

/** What a copy of a payment gets: the first one's answer, as soon as there is one. The tool never runs again. */
export async function replay(call: PaidCall, id: string): Promise<HttpAnswer> {
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    const answer = await closedAnswer(call, id);
    if (answer) return answer;
    const left = deadline - Date.now();
    if (left <= 0) return stillOpen(call, id);
    // It may have been closed between the look and the listening: the first wait is short.
    await untilClosed(id, Math.min(left, left > WAIT_MS - 100 ? 100 : LOOK_MS));
  }
}

/** After the longest wait: it is being settled, or it is settled and still flows. */
async function stillOpen(call: PaidCall, id: string): Promise<HttpAnswer> {
  const usage = await ledger(() => findUsage(connection().sql, id));
  if (usage?.delivery !== "flowing") return pending(call, id);
  throw new CoinslotError("payment_in_use", "The answer to this payment is still flowing to whoever asked first.", {
    hint: "Nothing is charged again. Send the same request with the same payment later: it gets the whole answer.",
    retryAfterSeconds: 10,
  });
}

/** What payment `id` ended with, told to this copy of it; null while it is open, or when there is none. */
export function closedAnswer(call: PaidCall, id: string): Promise<HttpAnswer | null> {
  return ledger(() => readClosed(call, id));
}

async function readClosed(call: PaidCall, id: string): Promise<HttpAnswer | null> {
  const payment = await findPayment(db(), id);
  switch (payment?.state) {
    case "settled":
      return settledAnswer(call, id, payment.transaction ?? "");
    case "released": {
      const kept = await findAnswer(connection().sql, id);
      if (!kept)
        throw new CoinslotError("tool_failed", "The first call with this payment had no answer. Nothing was charged.", {
          hint: "Send it again.",
        });
      return {
        status: kept.status,
        headers: { "content-type": kept.contentType, "cache-control": "no-store", "X-Payment-Id": id },
        body: kept.body,
      };
    }
    case "failed":
      return refused(call, isReason(payment.reason) ? payment.reason : "invalid_transaction_state", id);
    case "unknown":
      return pending(call, id);
    default:
      return null;
  }
}

/** What was paid for; null while it still flows to whoever asked first. */
async function settledAnswer(call: PaidCall, id: string, transaction: string): Promise<HttpAnswer | null> {
  const { sql } = connection();
  const kept = await findAnswer(sql, id);
  if (!kept)
    throw new CoinslotError("answer_expired", undefined, { hint: "It was paid for and given once; a new call needs a new payment." });
  const usage = call.terms.tool.price || kept.body.length === 0 ? await findUsage(sql, id) : null;
  if (usage?.delivery === "flowing") return null;
  if (usage?.delivery === "broken" && kept.body.length === 0) throw new CoinslotError("answer_broken");
  return answered(call, { ...kept, used: usage?.used ?? null }, transaction, id);
}
