import "server-only";
import { ANSWER_KEPT_SECONDS } from "@/db/queries/outcomes";
import { env } from "@/lib/env";
import { engine } from "@/lib/settlement/engine";
import type { Outcome, SettlementItem, Work } from "@/lib/settlement/types";
import type { PaidCall } from "./call";
import type { Claimed } from "./claim";

/** Hands the answered payment to settlement, its answer with it, and waits for the outcome. A time-out is `unknown`, never `failed`. */
export async function settle(call: PaidCall, claimed: Claimed & { kind: "claimed" }, work: Omit<Work, "keepSeconds">): Promise<Outcome> {
  const { authorization, signature } = call.payment;
  const item: SettlementItem = {
    id: call.id,
    authorization,
    signature,
    wallet: claimed.wallet,
    checkedAt: claimed.checkedAt,
    work: { ...work, keepSeconds: ANSWER_KEPT_SECONDS },
  };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ state: "unknown" }), env().settleWaitMs);
  });
  const outcome = await Promise.race([engine().queue.enqueue(item), late]);
  clearTimeout(timer);
  return outcome;
}
