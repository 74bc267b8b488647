import "server-only";
import type postgres from "postgres";
import { FACILITATED } from "../schema/payments";

/** Settled payments of the last week whose answer broke off, and that no refund was noted for. Not those that their readers left. */
export async function brokenAnswers(sql: postgres.Sql, limit: number): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select p.id from usages u join payments p on p.id = u.payment_id
    where u.delivery = 'broken' and u.ended_at > now() - interval '7 days' and p.state = 'settled' and p.account <> '' and p.tool <> ${FACILITATED}
      and not exists (select from refunds r where r.payment_id = u.payment_id and r.rule = 'answer_broken')
    order by u.ended_at limit ${limit}`;
  return rows.map((row) => row.id);
}
