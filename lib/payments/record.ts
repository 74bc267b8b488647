import "server-only";
import { connection } from "@/db/client";
import { recordUnknown } from "@/db/queries/outcomes";
import { CoinslotError } from "@/lib/errors";
import type { HttpAnswer } from "@/lib/http";
import { log } from "@/lib/log";
import type { Outcome } from "@/lib/settlement/types";
import type { PaidCall } from "./call";
import { rememberPayer } from "./knownPayers";
import { answered, type KeptAnswer, pending, refused } from "./receipts";
import { release } from "./release";

/** Makes the response that tells the outcome, which settlement has written into the ledger. The answer goes out with `settled` only. */
export async function record(call: PaidCall, answer: KeptAnswer, outcome: Outcome): Promise<HttpAnswer> {
  switch (outcome.state) {
    case "settled":
      rememberPayer(call);
      return answered(call, answer, outcome.transaction);
    case "failed":
      return refused(call, outcome.reason);
    case "unsent":
      return unsent(call, outcome.cause);
    case "unknown":
      await recordUnknown(connection().sql, call.id).catch((error: unknown) => log("error", "ledger_behind", { payment: call.id, error }));
      return pending(call, call.id);
  }
}

function unsent(call: PaidCall, cause: unknown): Promise<HttpAnswer> {
  const error = new CoinslotError(
    "chain_unavailable",
    "The payment could not be sent to the chain, so it was not made. Nothing was charged.",
    { hint: "Send the same request with the same payment again in a few seconds.", cause },
  );
  return release(call, error, ["claimed", "running", "answered", "queued"]);
}
