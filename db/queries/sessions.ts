import "server-only";
import { and, eq, gt, lte } from "drizzle-orm";
import type { Db } from "../client";
import { sessions } from "../schema/auth";

export type NewSession = { tokenHash: string; address: string; createdAt: Date; expiresAt: Date };

/** Stores a session; those that have run out go first. */
export async function storeSession(db: Db, session: NewSession): Promise<void> {
  await db.delete(sessions).where(lte(sessions.expiresAt, session.createdAt));
  await db.insert(sessions).values(session);
}

/** The lower-case address behind a session, or null when there is none or it has run out. */
export async function findSessionAddress(db: Db, tokenHash: string, now: Date): Promise<string | null> {
  const rows = await db
    .select({ address: sessions.address })
    .from(sessions)
    .where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, now)));
  return rows[0]?.address ?? null;
}

export async function deleteSession(db: Db, tokenHash: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
}
