import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connection, type Db } from "@/db/client";
import { openPayments, payments } from "@/db/schema/payments";
import { foreignSettlements } from "@/db/schema/settlements";
import type { PaymentState } from "@/db/schema/states";
import { holdChildren } from "@/lib/devnet/children";
import { localSettings } from "@/lib/devnet/localSettings";
import { migrateDatabase } from "@/lib/devnet/migrateDatabase";
import { startPostgres } from "@/lib/devnet/postgres";

export type TestLedger = { db: Db; stop: () => Promise<void> };

/** A throw-away ledger that this very process uses as its market's. There is no chain behind it. One a test file. */
export async function startTestLedger({ rpcUrl = "http://127.0.0.1:9" } = {}): Promise<TestLedger> {
  const dir = mkdtempSync(join(tmpdir(), "coinslot-ledger-"));
  const children = holdChildren(join(dir, "logs"));
  const databaseUrl = await startPostgres({ dir, children, volatile: true });
  await migrateDatabase(databaseUrl);
  Object.assign(process.env, localSettings(databaseUrl, rpcUrl, []));
  return {
    db: connection().db,
    stop: async () => {
      await connection().close();
      await children.stopAll();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

type NewPayment = typeof payments.$inferInsert;
const CLOSED: PaymentState[] = ["settled", "released", "failed"];
/** Only from these may a payment end so. */
const BEFORE: Partial<Record<PaymentState, PaymentState>> = { settled: "queued", failed: "queued", released: "claimed" };

/** Writes a payment into the ledger, with what a real one has in its state; `over` says what matters to the test. */
export async function insertPayment(db: Db, over: Partial<NewPayment> & { state?: PaymentState } = {}): Promise<string> {
  const row = paymentRow(over);
  await db.insert(payments).values({ ...row, state: BEFORE[row.state] ?? row.state, freed: "" });
  if (CLOSED.includes(row.state)) {
    await connection().sql`update payments set state = ${row.state}, freed = ${row.freed} where id = ${row.id}`;
  } else {
    await db.insert(openPayments).values({ paymentId: row.id, payer: row.payer, amount: row.amount, heldUntil: row.claimedAt });
  }
  if (row.transaction) {
    const { transaction, network } = row;
    await db.insert(foreignSettlements).values({ transaction, paymentId: row.id, network, blockNumber: 1n, blockHash: "0x" });
  }
  return row.id;
}

let count = 0;

function paymentRow(over: Partial<NewPayment> & { state?: PaymentState }) {
  count += 1;
  const { state = "settled", claimedAt = new Date(), id = `pay_test${count}` } = over;
  const hex = count.toString(16).padStart(64, "0");
  const outcome = CLOSED.includes(state) ? { closedAt: claimedAt } : {};
  const sent = ["settled", "submitted", "unknown", "failed"].includes(state) ? { transaction: `0x${hex}`, submittedAt: claimedAt } : {};
  return {
    id,
    tool: "token-safety",
    seller: "coinslot",
    payer: `0x${hex.slice(24)}`,
    account: over.payTo ?? `0x${"5".repeat(40)}`,
    payTo: `0x${"5".repeat(40)}`,
    network: "eip155:84532",
    asset: "0x036cbd53842c5426634e7929541ec2318f3dcf7e",
    amount: 5_000n,
    nonce: `0x${hex}`,
    validAfter: 0n,
    validBefore: 0n,
    signature: "0x",
    freed: state === "released" || state === "failed" ? id : "",
    fingerprint: hex,
    x402Version: 2,
    receivedAt: claimedAt,
    verifiedAt: claimedAt,
    claimedAt,
    ...outcome,
    ...sent,
    ...over,
    state,
  };
}

export async function emptyLedger(db: Db): Promise<void> {
  await db.execute(
    "truncate payments, open_payments, payment_events, answers, settlements, foreign_settlements, outcome_log, settlement_log, payment_figures, payment_times, payer_days, payer_arrivals, tool_payers, tool_payer_days, settlement_hours, refunds, refund_allowances, refund_transactions, disputes, account_figures, account_times, account_reasons",
  );
}
