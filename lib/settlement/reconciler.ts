import "server-only";
import type { Address, Hex, PublicClient } from "viem";
import type { Db } from "@/db/client";
import { releaseClaim } from "@/db/queries/claims";
import {
  dropExpiredAnswers,
  findSettlementTransaction,
  findStale,
  type OpenPayment,
  recordChecked,
  recordFailed,
  recordSettled,
  takeBack,
} from "@/db/queries/settlements";
import { log } from "@/lib/log";
import { REASONS, type ReasonCode } from "@/lib/payments/reasons";
import { broadcast } from "./broadcast";
import { findEvidence } from "./evidence";
import { toItem } from "./item";
import type { SettlementQueue } from "./queue";
import { unlessMissing } from "./unlessMissing";

export type ReconcilerOptions = { db: Db; client: PublicClient; usdc: Address; queue: SettlementQueue; everyMs: number };

/** Seconds after which a payment in this state counts as left behind by a crash or a time-out. */
const AGES = { claimed: 150, answered: 20, sent: 5 };

/** Finishes what a crash, a restart or a time-out left open, from what the chain shows. Safe to run anywhere, any number of times. */
export function startReconciler(options: ReconcilerOptions): () => void {
  let stopped = false;
  const loop = async () => {
    while (!stopped) {
      await reconcileOnce(options).catch((error: unknown) => log("warn", "reconcile_failed", { error }));
      await new Promise((resolve) => setTimeout(resolve, options.everyMs).unref());
    }
  };
  void loop();
  return () => {
    stopped = true;
  };
}

export async function reconcileOnce(options: ReconcilerOptions): Promise<void> {
  await dropExpiredAnswers(options.db);
  const rows = await findStale(options.db, AGES);
  for (const row of rows) {
    // One that can't be read or asked about must not hold the others up.
    await finish(options, row).catch((error: unknown) => log("error", "reconcile_failed", { payment: row.id, error }));
  }
  await recordChecked(
    options.db,
    rows.map((r) => r.id),
  );
}

async function finish(options: ReconcilerOptions, row: OpenPayment): Promise<void> {
  if (row.state === "claimed") await releaseAbandoned(options.db, row);
  else if (row.state === "answered") settleLeftover(options, row);
  else await followUp(options, row);
}

/** The server that ran the tool is gone; nothing was sent, so nothing is charged. */
async function releaseAbandoned(db: Db, row: OpenPayment): Promise<void> {
  const message = "The server stopped before there was an answer.";
  const body = JSON.stringify({ error: "tool_failed", reason: "interrupted", message, charged: false, payment: row.id });
  await releaseClaim(
    db,
    row.id,
    ["claimed"],
    { reason: "interrupted", message },
    { status: 502, contentType: "application/json; charset=utf-8", body: Buffer.from(body) },
  );
}

/** Answered, never sent: the answer waits for the payer, so it is settled now. Not waited for: many share a transaction. */
function settleLeftover({ queue }: ReconcilerOptions, row: OpenPayment): void {
  if (!queue.has(row.id)) void queue.enqueue(toItem(row));
}

/** Sent, outcome open: the chain decides. */
async function followUp(options: ReconcilerOptions, row: OpenPayment): Promise<void> {
  const { db, client, usdc, queue } = options;
  if (queue.has(row.id) && row.state === "submitted") return;
  const item = toItem(row);
  const transaction = row.transaction as Hex | null;
  const seen = await findEvidence(client, usdc, item, { transaction });
  if (seen.state === "settled") return recordSettled(db, [{ id: row.id, ...seen }]);
  if (seen.state === "void") return fail(db, row, "invalid_exact_evm_nonce_already_used");
  if (seen.state === "unseen") return log("error", "settlement_unseen", { payment: row.id });
  if (seen.at >= item.authorization.validBefore) return fail(db, row, "invalid_exact_evm_payload_authorization_valid_before");
  if (transaction && (await pushAgain(options, transaction, seen.block)) === "mined_without") {
    return fail(db, row, "invalid_transaction_state");
  }
}

async function fail(db: Db, row: OpenPayment, reason: ReasonCode): Promise<void> {
  await recordFailed(db, row.id, { state: "sent", transaction: row.transaction }, { reason, message: REASONS[reason].message });
}

/**
 * The node may have lost the transaction, or another one may have taken its place in the account's order.
 * `mined_without`: it is on the chain by `block`, where the payment was still open, so it did not pay it.
 */
async function pushAgain({ db, client }: ReconcilerOptions, hash: Hex, block: bigint): Promise<"pushed" | "mined_without"> {
  const receipt = await unlessMissing(client.getTransactionReceipt({ hash }));
  if (receipt) return receipt.blockNumber <= block ? "mined_without" : "pushed";
  const sent = await findSettlementTransaction(db, hash);
  if (!sent || (await unlessMissing(client.getTransaction({ hash })))) return "pushed";
  const used = await client.getTransactionCount({ address: sent.sender as Address, blockTag: "latest" });
  if (used > sent.accountNonce) await takeBack(db, hash);
  else log("info", "broadcast_again", { hash, result: (await broadcast(client, sent.raw as Hex)).kind });
  return "pushed";
}
