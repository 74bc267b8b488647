import "server-only";
import { db } from "@/db/client";
import { findAnswer } from "@/db/queries/claims";
import { findPayment } from "@/db/queries/payments";
import { CoinslotError } from "@/lib/errors";
import type { HttpAnswer } from "@/lib/http";
import type { PaidCall } from "./call";
import { waitHere } from "./inflight";
import { ledger } from "./ledger";
import { isReason } from "./reasons";
import { answered, pending, refused } from "./record";

const WAIT_MS = 30_000;
const POLL_MS = 100;

/** What a copy of a payment gets: the first one's answer, as soon as there is one. The tool never runs again. */
export async function replay(call: PaidCall, id: string): Promise<HttpAnswer> {
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    await waitHere(id, deadline - Date.now());
    const answer = await ledger(() => closedAnswer(call, id));
    if (answer) return answer;
    if (Date.now() >= deadline) return pending(call, id);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function closedAnswer(call: PaidCall, id: string): Promise<HttpAnswer | null> {
  const payment = await findPayment(db(), id);
  switch (payment?.state) {
    case "settled": {
      const kept = await findAnswer(db(), id);
      if (!kept)
        throw new CoinslotError("answer_expired", undefined, { hint: "It was paid for and given once; a new call needs a new payment." });
      return answered(call, kept.body, payment.transaction ?? "", id);
    }
    case "released": {
      const kept = await findAnswer(db(), id);
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
