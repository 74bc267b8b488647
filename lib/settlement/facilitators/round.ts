import "server-only";
import { recordHandedOverAgain } from "@/db/queries/handOvers";
import { recordFailed, recordSettled } from "@/db/queries/outcomes";
import { REASONS, type ReasonCode } from "@/lib/payments/reasons";
import type { Outcome, SettlementItem } from "../types";
import { ask } from "./ask";
import { look } from "./look";
import type { Facilitator, Remote } from "./types";
import { weigh } from "./weigh";

export type Chosen = { facilitator: Facilitator; index: number };

/** The first from `start` on, in a circle, that takes requests. Its breaker waits for a report. */
export function choose({ facilitators }: Remote, start: number, tries = facilitators.length): Chosen | null {
  for (let n = 0; n < tries; n += 1) {
    const index = (start + n) % facilitators.length;
    const facilitator = facilitators[index];
    if (facilitator?.breaker.admit()) return { facilitator, index };
  }
  return null;
}

/**
 * One after the other until the chain shows the payment. A second settle of the same authorization does no harm: the chain
 * takes its nonce once. `first`: nobody had it before, so one who refuses it with good reason ends it.
 */
export async function round(remote: Remote, item: SettlementItem, chosen: Chosen, first: boolean): Promise<Outcome> {
  const last = chosen.index + remote.facilitators.length;
  let sure = first;
  for (let next: Chosen | null = chosen; next; ) {
    const verdict = await weigh(remote, next.facilitator, item, await ask(remote, next.facilitator, item));
    if (verdict.state === "settled") return settled(remote, item, verdict);
    if (verdict.state === "void") return fail(remote, item, "invalid_exact_evm_nonce_already_used");
    if (verdict.state === "refused") return sure ? fail(remote, item, verdict.reason) : { state: "unknown" };
    sure = false;
    const after = next.index < chosen.index ? next.index + remote.facilitators.length : next.index;
    next = choose(remote, after + 1, last - after - 1);
    if (next) await recordHandedOverAgain(remote.settler.sql, item.id, next.facilitator.name);
  }
  const seen = await look(remote, item, remote.patienceMs);
  return seen.state === "settled" ? settled(remote, item, seen) : { state: "unknown" };
}

async function settled({ settler }: Remote, { id }: SettlementItem, seen: Outcome & { state: "settled" }): Promise<Outcome> {
  await recordSettled(settler.sql, [{ id, ...seen }], { late: true });
  return seen;
}

/** Failed only if the ledger agrees that nothing else became of it. */
async function fail({ settler }: Remote, { id }: SettlementItem, reason: ReasonCode): Promise<Outcome> {
  const why = { reason, message: REASONS[reason].message, fault: reason !== "invalid_transaction_state" };
  return (await recordFailed(settler.sql, id, { state: "sent", transaction: null }, why))
    ? { state: "failed", reason }
    : { state: "unknown" };
}
