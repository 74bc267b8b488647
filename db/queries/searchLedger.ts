import "server-only";
import { eq, or, sql } from "drizzle-orm";
import type { Db } from "../client";
import { payments } from "../schema/payments";
import { foreignSettlements, settlements } from "../schema/settlements";

export type Found = { kind: "payment" | "transaction" | "address"; value: string };

/** What a whole id, transaction or address stands for in this ledger; null when it stands for nothing here. */
export async function searchLedger(db: Db, text: string): Promise<Found | null> {
  const wanted = text.trim();
  const low = wanted.toLowerCase();
  if (/^0x[0-9a-f]{64}$/.test(low)) return (await isTransaction(db, low)) ? { kind: "transaction", value: low } : null;
  if (/^0x[0-9a-f]{40}$/.test(low)) return (await isAddress(db, low)) ? { kind: "address", value: low } : null;
  if (!/^[A-Za-z0-9_]{1,40}$/.test(wanted)) return null;
  const [row] = await db.select({ id: payments.id }).from(payments).where(eq(payments.id, wanted)).limit(1);
  return row ? { kind: "payment", value: row.id } : null;
}

async function isTransaction(db: Db, hash: string): Promise<boolean> {
  const [sent] = await db.select({ one: sql`1` }).from(settlements).where(eq(settlements.hash, hash)).limit(1);
  if (sent) return true;
  const [foreign] = await db.select({ one: sql`1` }).from(foreignSettlements).where(eq(foreignSettlements.transaction, hash)).limit(1);
  return foreign !== undefined;
}

async function isAddress(db: Db, address: string): Promise<boolean> {
  const [row] = await db
    .select({ one: sql`1` })
    .from(payments)
    .where(or(eq(payments.payer, address), eq(payments.account, address)))
    .limit(1);
  return row !== undefined;
}
