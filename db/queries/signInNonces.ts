import "server-only";
import { and, eq, gt, lte } from "drizzle-orm";
import type { Db } from "../client";
import { signInNonces } from "../schema/auth";

/** Stores a nonce that is good once until `expiresAt`; those that nobody used in time go first. */
export async function storeNonce(db: Db, nonce: string, expiresAt: Date, now: Date): Promise<void> {
  await db.delete(signInNonces).where(lte(signInNonces.expiresAt, now));
  await db.insert(signInNonces).values({ nonce, expiresAt });
}

/** Uses a nonce up. One statement, so that of two copies of a sign-in only one gets `true`. */
export async function consumeNonce(db: Db, nonce: string, now: Date): Promise<boolean> {
  const gone = await db
    .delete(signInNonces)
    .where(and(eq(signInNonces.nonce, nonce), gt(signInNonces.expiresAt, now)))
    .returning({ nonce: signInNonces.nonce });
  return gone.length === 1;
}
