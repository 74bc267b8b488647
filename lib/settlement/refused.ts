import "server-only";
import { type FailedAs, recordFailed, recordSettled } from "@/db/queries/outcomes";
import { recordQueued } from "@/db/queries/submissions";
import { REASONS, type ReasonCode } from "@/lib/payments/reasons";
import { findEvidence } from "./evidence";
import type { Settler } from "./settler";
import type { Outcome, SettlementItem } from "./types";

/** A payment that the chain took so short a time ago needs no second look: its payer's other payments were counted then. */
const FRESH_MS = 250;

/** Whose doing a failure is not: the money was there and the signature good, as far as anybody could know. */
const NOT_THE_PAYER = new Set<ReasonCode>(["invalid_transaction_state", "unexpected_settle_error"]);

/** A payment that the chain would refuse can't fail its batch: it is found first and left out. */
export async function refusedBeforehand(settler: Settler, items: SettlementItem[]): Promise<Map<string, Outcome>> {
  const due = items.filter((i) => !i.wallet && Date.now() - (i.checkedAt ?? 0) > FRESH_MS);
  const outcomes = new Map<string, Outcome>();
  await Promise.all(
    due.map(async (item) => {
      const { refused } = await settler.check(item);
      if (!refused) return;
      // Written first, so that failing is a step of the ledger like any other; its answer goes with it.
      await recordQueued(settler.sql, [item], "the chain would refuse it");
      // A used one may be on its way already, by another process or by somebody else. The chain tells, or nobody.
      const used = refused === "invalid_exact_evm_nonce_already_used";
      const outcome = used ? judge(settler, item, { state: "unsent" }) : fail(settler, item, { state: "unsent" }, refused);
      outcomes.set(item.id, await outcome.catch((): Outcome => ({ state: "unknown" })));
    }),
  );
  return outcomes;
}

/** What the chain shows of a payment that can't be sent any more. While it is not used, that is nothing. */
export async function judge(settler: Settler, item: SettlementItem, as: FailedAs, atLeast = 0n): Promise<Outcome> {
  const { client, usdc, sql } = settler;
  const seen = await findEvidence(client, usdc, item, { atLeast });
  if (seen.state === "void") return fail(settler, item, as, "invalid_exact_evm_nonce_already_used");
  if (seen.state === "open" && as.state === "sent") {
    const { refused } = await settler.check(item);
    return fail(settler, item, as, refused ?? "invalid_transaction_state");
  }
  if (seen.state !== "settled") return { state: "unknown" };
  await recordSettled(sql, [{ id: item.id, ...seen }], { late: true });
  return seen;
}

/** Failed only if the ledger agrees that nobody else has it. */
async function fail({ sql }: Settler, { id }: SettlementItem, as: FailedAs, reason: ReasonCode): Promise<Outcome> {
  const why = { reason, message: REASONS[reason].message, fault: !NOT_THE_PAYER.has(reason) };
  return (await recordFailed(sql, id, as, why)) ? { state: "failed", reason } : { state: "unknown" };
}
