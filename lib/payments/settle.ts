import "server-only";
import { db } from "@/db/client";
import { storeAnswer } from "@/db/queries/claims";
import { env } from "@/lib/env";
import { CoinslotError } from "@/lib/errors";
import { engine } from "@/lib/settlement/engine";
import type { Outcome } from "@/lib/settlement/types";
import type { PaidCall } from "./call";
import { ledger } from "./ledger";

/** How long answers are kept for the payer: the same signed payment gets the same answer until then. */
export const ANSWER_KEPT_SECONDS = 24 * 60 * 60;

/** Keeps the answer, hands the payment to settlement and waits for the outcome. A time-out is `unknown`, never `failed`. */
export async function settle(call: PaidCall, body: string): Promise<Outcome> {
  const answer = { status: 200, contentType: "application/json; charset=utf-8", body: Buffer.from(body) };
  const kept = await ledger(() => storeAnswer(db(), call.id, answer, ANSWER_KEPT_SECONDS));
  // The reconciler gave the claim up while the tool ran; settling now could charge for a released payment.
  if (!kept) throw new CoinslotError("tool_timeout", "The call took too long and was given up. Nothing was charged.");
  const { authorization, signature } = call.payment;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ state: "unknown" }), env().settleWaitMs);
  });
  const outcome = await Promise.race([engine().queue.enqueue({ id: call.id, authorization, signature }), late]);
  clearTimeout(timer);
  return outcome;
}
