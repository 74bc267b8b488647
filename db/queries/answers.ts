import "server-only";
import type postgres from "postgres";

export type StoredAnswer = { status: number; contentType: string; body: Uint8Array };

/** The kept answer, or null once its time is over. */
export async function findAnswer(sql: postgres.Sql, paymentId: string): Promise<StoredAnswer | null> {
  const [row] = await sql<StoredAnswer[]>`
    select status, content_type as "contentType", body from answers where payment_id = ${paymentId} and expires_at > now()`;
  return row ? { ...row } : null;
}

/** Writes an answer down before its payment is on its way; whoever gives the payment up takes it back or writes over it. */
export async function keepAnswer(sql: postgres.Sql, paymentId: string, answer: StoredAnswer, keepSeconds: number): Promise<void> {
  await sql`
    insert into answers (payment_id, status, content_type, body, expires_at)
    values (${paymentId}, ${answer.status}, ${answer.contentType}, ${Buffer.from(answer.body)}, now() + make_interval(secs => ${keepSeconds}))
    on conflict (payment_id) do nothing`;
}

/** An answer whose payment may still settle is kept however old it is: its payer will have paid for it. */
export async function dropExpiredAnswers(sql: postgres.Sql, olderThanId: string): Promise<void> {
  await sql`
    delete from answers where payment_id in (
      select a.payment_id from answers a where a.payment_id < ${olderThanId} and a.expires_at < now()
        and not exists (select from open_payments o where o.payment_id = a.payment_id)
      order by a.payment_id limit 5000)`;
}
