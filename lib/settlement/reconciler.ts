import "server-only";
import type postgres from "postgres";
import type { Hex } from "viem";
import { dropExpiredAnswers } from "@/db/queries/answers";
import { dropExpiredOffers } from "@/db/queries/offers";
import { type OpenPayment, takeLeftovers } from "@/db/queries/open";
import { recordFailed, recordSettled } from "@/db/queries/outcomes";
import { type ReleasedFrom, releaseClaim } from "@/db/queries/release";
import { settlementState, takeBack } from "@/db/queries/settlements";
import { breakLostFlows, findUsage } from "@/db/queries/usages";
import { log } from "@/lib/log";
import { idOfTime } from "@/lib/payments/id";
import { REASONS, type ReasonCode } from "@/lib/payments/reasons";
import { splitSignature } from "@/lib/payments/signature";
import { findEvidence } from "./evidence";
import { inspectItem } from "./inspectItem";
import { toItem } from "./item";
import { node } from "./node";
import type { SettlementQueue } from "./queue";
import type { Settler } from "./settler";
import type { SettlementItem } from "./types";

export type ReconcilerOptions = Settler & {
  queue: SettlementQueue;
  /** Hands a payment, which the chain shows as unused and still good, to a facilitator once more. */
  again?: ((item: SettlementItem) => void) | undefined;
};

/** So long is a payment left alone after it was looked at. */
const TURN_SECONDS = 4;
const AT_ONCE = 200;

/** Finishes what a crash, a restart or a time-out left open, from what the chain shows. Safe to run anywhere, any number of times. */
export async function reconcileOnce(options: ReconcilerOptions): Promise<void> {
  const rows = await takeLeftovers(options.sql, TURN_SECONDS, AT_ONCE);
  for (const row of rows) {
    // One that can't be read or asked about must not hold the others up.
    await finish(options, row).catch((error: unknown) => log("error", "reconcile_failed", { payment: row.id, error }));
  }
  await dropExpiredAnswers(options.sql, idOfTime(Date.now()));
  await dropExpiredOffers(options.sql);
  await breakLostFlows(options.sql);
}

async function finish(options: ReconcilerOptions, row: OpenPayment): Promise<void> {
  if (options.queue.has(row.id)) return;
  if (row.state === "claimed" || row.state === "running") await releaseAbandoned(options, row);
  else if (row.state === "answered" || row.state === "queued") await settleLeftover(options, row);
  else await followUp(options, row);
}

/** The server that ran the tool is gone; nothing was sent, so nothing is charged. */
async function releaseAbandoned(
  { sql }: ReconcilerOptions,
  { id }: OpenPayment,
  from: ReleasedFrom[] = ["claimed", "running"],
): Promise<void> {
  const message = "The server stopped before there was a whole answer.";
  const body = JSON.stringify({ error: "tool_failed", reason: "interrupted", message, charged: false, payment: id });
  const answer = { status: 502, contentType: "application/json; charset=utf-8", body: Buffer.from(body) };
  await releaseClaim(sql, { id, from, reason: "interrupted", message, answer, keepSeconds: 60 });
}

/** Answered, not sent: the answer waits for the payer, so it is settled now. Not waited for: many share a transaction. */
async function settleLeftover(options: ReconcilerOptions, row: OpenPayment): Promise<void> {
  // After a re-organised block its own transaction may be on the chain again.
  if (row.transaction && (await followUp(options, row)) === "done") return;
  const usage = await findUsage(options.sql, row.id);
  // Somebody is still collecting it, or it broke off before it was paid for.
  if (usage?.delivery === "flowing") return;
  if (usage?.delivery === "broken") return releaseAbandoned(options, row, ["answered", "queued"]);
  const item = toItem(row);
  const seen = await inspectItem(options, item, splitSignature(item.signature) !== null);
  // What the chain would refuse now is found again by the settlement, which knows how to end it.
  void options.queue.enqueue(seen.ok ? { ...item, wallet: seen.wallet } : item);
}

/** Sent, outcome open: the chain decides. */
async function followUp({ client, usdc, sql, again }: ReconcilerOptions, row: OpenPayment): Promise<"done" | "open"> {
  const item = toItem(row);
  const transaction = row.transaction as Hex | null;
  const seen = await findEvidence(client, usdc, item, { transaction });
  if (seen.state === "settled") {
    await recordSettled(sql, [{ id: row.id, ...seen }], { late: true });
    return "done";
  }
  if (seen.state === "void") return fail(sql, row, "invalid_exact_evm_nonce_already_used");
  if (seen.state === "unseen") {
    log("error", "settlement_unseen", { payment: row.id });
    return "open";
  }
  if (seen.at >= item.authorization.validBefore) return fail(sql, row, "invalid_exact_evm_payload_authorization_valid_before");
  if (!transaction) {
    if (row.state === "submitted" || row.state === "unknown") again?.(item);
    return "open";
  }
  const receipt = await node(client).receipt(transaction);
  // On the chain by the block where the payment was still open, so it did not pay it.
  if (receipt && BigInt(receipt.blockNumber) <= seen.block) return fail(sql, row, "invalid_transaction_state");
  if (!receipt && (await settlementState(sql, transaction)) === "dropped") await takeBack(sql, transaction, "another took its place");
  return "open";
}

async function fail(sql: postgres.Sql, row: OpenPayment, reason: ReasonCode): Promise<"done"> {
  const as =
    row.state === "queued" || row.state === "answered"
      ? { state: "unsent" as const }
      : { state: "sent" as const, transaction: row.transaction };
  await recordFailed(sql, row.id, as, { reason, message: REASONS[reason].message, fault: reason !== "invalid_transaction_state" });
  return "done";
}
