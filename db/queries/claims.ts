import "server-only";
import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import type { Db } from "../client";
import { answers, type PaymentState, payments } from "../schema/payments";

export type NewClaim = Omit<typeof payments.$inferInsert, "state" | "claimedAt">;
export type OpenClaim = { id: string; state: PaymentState; fingerprint: string; reason: string | null };
export type StoredAnswer = { status: number; contentType: string; body: Uint8Array };
/** A payment can be given up until it is on its way to the chain. */
export type ReleasedFrom = "claimed" | "answered";
type Authorization = { network: string; asset: string; payer: string; nonce: string };

/** States in which an authorization is free to be claimed again: no money moved, none will. */
const FREE: PaymentState[] = ["released", "failed"];

/** Claims an authorization for one request. False when it is claimed already; decided by the database. */
export async function insertClaim(db: Db, claim: NewClaim): Promise<boolean> {
  const rows = await db
    .insert(payments)
    .values({ ...claim, state: "claimed" })
    .onConflictDoNothing()
    .returning({ id: payments.id });
  return rows.length === 1;
}

/** The claim that holds this authorization, if any does. */
export async function findOpenClaim(db: Db, a: Authorization): Promise<OpenClaim | null> {
  const [row] = await db
    .select({ id: payments.id, state: payments.state, fingerprint: payments.fingerprint, reason: payments.reason })
    .from(payments)
    .where(
      and(
        eq(payments.network, a.network),
        eq(payments.asset, a.asset),
        eq(payments.payer, a.payer),
        eq(payments.nonce, a.nonce),
        notInArray(payments.state, FREE),
      ),
    )
    .limit(1);
  return row ?? null;
}

/** claimed → answered, with the answer, in one statement. False when the claim was lost meanwhile. */
export async function storeAnswer(db: Db, id: string, answer: StoredAnswer, keepSeconds: number): Promise<boolean> {
  return moveWithAnswer(db, id, ["claimed"], sql`state = 'answered', answered_at = now()`, answer, keepSeconds);
}

/**
 * claimed or answered → released: no money moved. What the payer is told takes the answer's place, so
 * that waiting copies are told the same. False when the payment had gone on to settlement.
 */
export async function releaseClaim(
  db: Db,
  id: string,
  from: ReleasedFrom[],
  why: { reason: string; message: string },
  answer: StoredAnswer,
): Promise<boolean> {
  const changes = sql`state = 'released', closed_at = now(), reason = ${why.reason}, reason_message = ${why.message}`;
  return moveWithAnswer(db, id, from, changes, answer, 60);
}

async function moveWithAnswer(
  db: Db,
  id: string,
  from: PaymentState[],
  changes: ReturnType<typeof sql>,
  answer: StoredAnswer,
  keepSeconds: number,
): Promise<boolean> {
  const rows = await db.execute(sql`
    with moved as (update payments set ${changes} where id = ${id} and ${inArray(payments.state, from)} returning id)
    insert into answers (payment_id, status, content_type, body, expires_at)
    select id, ${answer.status}, ${answer.contentType}, decode(${Buffer.from(answer.body).toString("base64")}, 'base64'),
      now() + make_interval(secs => ${keepSeconds}) from moved
    on conflict (payment_id) do update set status = excluded.status, content_type = excluded.content_type,
      body = excluded.body, expires_at = excluded.expires_at
    returning payment_id`);
  return rows.length === 1;
}

/** The kept answer, or null once its time is over. */
export async function findAnswer(db: Db, paymentId: string): Promise<StoredAnswer | null> {
  const [row] = await db
    .select({ status: answers.status, contentType: answers.contentType, body: answers.body })
    .from(answers)
    .where(and(eq(answers.paymentId, paymentId), sql`${answers.expiresAt} > now()`))
    .limit(1);
  return row ?? null;
}
