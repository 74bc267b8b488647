import "server-only";
import { and, eq, inArray, lt, notInArray, or, sql } from "drizzle-orm";
import type { Db } from "../client";
import { answers, type PaymentState, payments, settlements } from "../schema/payments";

export type NewSettlement = typeof settlements.$inferInsert;
export type SettledRow = { id: string; transaction: string; blockNumber: bigint; gasUsed: bigint; batchSize: number };
export type OpenPayment = typeof payments.$inferSelect;

const MAY_SETTLE: PaymentState[] = ["answered", "submitted", "unknown"];

/** Which of these are still answered: nobody has sent them, released them or seen them fail. */
export async function findAnswered(db: Db, ids: string[]): Promise<Set<string>> {
  const rows = await db
    .select({ id: payments.id })
    .from(payments)
    .where(and(inArray(payments.id, ids), eq(payments.state, "answered")));
  return new Set(rows.map((r) => r.id));
}

/** answered → submitted together with the signed transaction, before it is broadcast. Gives the ids that moved. */
export async function recordSubmitted(db: Db, settlement: NewSettlement, ids: string[]): Promise<string[]> {
  return db.transaction(async (tx) => {
    await tx.insert(settlements).values(settlement);
    const moved = await tx
      .update(payments)
      .set({ state: "submitted", transaction: settlement.hash, submittedAt: sql`now()` })
      .where(and(inArray(payments.id, ids), eq(payments.state, "answered")))
      .returning({ id: payments.id });
    if (moved.length !== ids.length) tx.rollback();
    return moved.map((m) => m.id);
  });
}

/** answered → submitted by a remote facilitator, which makes the transaction itself. */
export async function recordHandedOver(db: Db, id: string): Promise<boolean> {
  const moved = await db
    .update(payments)
    .set({ state: "submitted", submittedAt: sql`now()` })
    .where(and(eq(payments.id, id), eq(payments.state, "answered")))
    .returning({ id: payments.id });
  return moved.length === 1;
}

/** → settled, from any state that money may move in. From here the payer has `keepSeconds` to fetch the answer. */
export async function recordSettled(db: Db, rows: SettledRow[], keepSeconds = 24 * 60 * 60): Promise<void> {
  const ids = rows.map((r) => r.id);
  const until = sql`now() + make_interval(secs => ${keepSeconds})`;
  // Those that settle at once have nearly all of it before them, and cost no write.
  const late = and(inArray(answers.paymentId, ids), lt(answers.expiresAt, sql`${until} - interval '1 hour'`));
  if (ids.length > 0) await db.update(answers).set({ expiresAt: until }).where(late);
  for (const row of rows) {
    await db
      .update(payments)
      .set({
        state: "settled",
        transaction: row.transaction,
        blockNumber: row.blockNumber,
        gasUsed: row.gasUsed,
        batchSize: row.batchSize,
        closedAt: sql`coalesce(closed_at, now())`,
        reason: null,
        reasonMessage: null,
      })
      .where(and(eq(payments.id, row.id), inArray(payments.state, MAY_SETTLE)));
  }
}

export async function recordMined(db: Db, hash: string, blockNumber: bigint, gasUsed: bigint): Promise<void> {
  await db.update(settlements).set({ mined: true, blockNumber, gasUsed }).where(eq(settlements.hash, hash));
}

/** How far a payment had come when it turned out to be impossible: still here, or sent in this transaction. */
export type FailedAs = { state: "answered" } | { state: "sent"; transaction: string | null };

/**
 * → failed: it can't settle, no money moved. The answer is dropped, nobody paid for it. False when the
 * payment has gone another way meanwhile, in this process or another: then nothing is known to have failed.
 */
export async function recordFailed(db: Db, id: string, as: FailedAs, why: { reason: string; message: string }): Promise<boolean> {
  const still =
    as.state === "answered"
      ? eq(payments.state, "answered")
      : and(inArray(payments.state, ["submitted", "unknown"]), sql`${payments.transaction} is not distinct from ${as.transaction}`);
  return db.transaction(async (tx) => {
    const moved = await tx
      .update(payments)
      .set({ state: "failed", reason: why.reason, reasonMessage: why.message, closedAt: sql`now()` })
      .where(and(eq(payments.id, id), still))
      .returning({ id: payments.id });
    if (moved.length > 0) await tx.delete(answers).where(eq(answers.paymentId, id));
    return moved.length > 0;
  });
}

/** submitted → unknown: waiting is over, the chain has not told. */
export async function recordUnknown(db: Db, id: string): Promise<void> {
  await db
    .update(payments)
    .set({ state: "unknown" })
    .where(and(eq(payments.id, id), eq(payments.state, "submitted")));
}

/** Back to answered: the node refused the transaction, so it can never settle. */
export async function takeBack(db: Db, hash: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .update(payments)
      .set({ state: "answered", transaction: null, submittedAt: null })
      .where(and(eq(payments.transaction, hash), inArray(payments.state, ["submitted", "unknown"])));
    await tx.delete(settlements).where(eq(settlements.hash, hash));
  });
}

/** Payments that nobody seems to be working on; those that were not looked at for longest come first. */
export async function findStale(db: Db, ages: { claimed: number; answered: number; sent: number }, limit = 200): Promise<OpenPayment[]> {
  const before = (column: typeof payments.claimedAt | typeof payments.submittedAt, seconds: number) =>
    lt(column, sql`now() - make_interval(secs => ${seconds})`);
  return db
    .select()
    .from(payments)
    .where(
      or(
        and(eq(payments.state, "claimed"), before(payments.claimedAt, ages.claimed)),
        and(eq(payments.state, "answered"), before(payments.claimedAt, ages.answered)),
        and(inArray(payments.state, ["submitted", "unknown"]), before(payments.submittedAt, ages.sent)),
      ),
    )
    .orderBy(sql`coalesce(${payments.checkedAt}, ${payments.claimedAt})`)
    .limit(limit);
}

/** So that those which can't be finished yet don't stand before the others for ever. */
export async function recordChecked(db: Db, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.update(payments).set({ checkedAt: sql`now()` }).where(inArray(payments.id, ids));
}

export async function findSettlementTransaction(db: Db, hash: string): Promise<NewSettlement | null> {
  const [row] = await db.select().from(settlements).where(eq(settlements.hash, hash)).limit(1);
  return row ?? null;
}

/** An answer whose payment may still settle is kept however old it is: its payer will have paid for it. */
export async function dropExpiredAnswers(db: Db): Promise<void> {
  const open = db.select({ id: payments.id }).from(payments).where(inArray(payments.state, MAY_SETTLE));
  await db.delete(answers).where(and(lt(answers.expiresAt, sql`now()`), notInArray(answers.paymentId, open)));
}
