import "server-only";
import type postgres from "postgres";

export type HandOvers = { times: number; last: string | null /** Since the last one. */; seconds: number };

/** To whom a payment was handed over for settlement, and how long ago. */
export async function handOvers(sql: postgres.Sql, id: string): Promise<HandOvers> {
  const [row] = await sql<HandOvers[]>`
    select count(*)::int as times, (array_agg(note order by id desc))[1] as last,
      coalesce(extract(epoch from now() - max(at)), 0)::float8 as seconds
    from payment_events where payment_id = ${id} and step = 'submitted'`;
  return row ? { ...row } : { times: 0, last: null, seconds: 0 };
}

/** Handed to one more facilitator: the state stays, the log tells. False when the payment needs none any more. */
export async function recordHandedOverAgain(sql: postgres.Sql, id: string, to: string): Promise<boolean> {
  const rows = await sql`
    insert into payment_events (payment_id, step, at, note)
    select id, 'submitted', now(), ${to}::text from payments
    where id = ${id} and state in ('submitted', 'unknown') and transaction is null returning 1`;
  return rows.length === 1;
}
