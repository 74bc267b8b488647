import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connection, type Db } from "@/db/client";
import { payments } from "@/db/schema/payments";
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

let count = 0;

/** Writes a payment into the ledger, with what a real one has in its state; `over` says what matters to the test. */
export async function insertPayment(db: Db, over: Partial<typeof payments.$inferInsert> & { state?: PaymentState } = {}): Promise<string> {
  count += 1;
  const { state = "settled", claimedAt = new Date() } = over;
  const hex = count.toString(16).padStart(64, "0");
  const outcome = ["settled", "released", "failed"].includes(state) ? { closedAt: claimedAt } : {};
  const sent = ["settled", "submitted", "unknown", "failed"].includes(state) ? { transaction: `0x${hex}`, submittedAt: claimedAt } : {};
  const row = {
    id: `pay_test${count}`,
    tool: "token-safety",
    seller: "coinslot",
    payer: `0x${hex.slice(24)}`,
    payTo: `0x${"5".repeat(40)}`,
    network: "eip155:84532",
    asset: "0x036cbd53842c5426634e7929541ec2318f3dcf7e",
    amount: 5_000n,
    nonce: `0x${hex}`,
    validBefore: 0n,
    authorization: { from: "", to: "", value: "5000", validAfter: "0", validBefore: "0", nonce: "" },
    signature: "0x",
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
  await db.insert(payments).values(row);
  return row.id;
}

export async function emptyLedger(db: Db): Promise<void> {
  await db.delete(payments);
}
