import "server-only";
import type postgres from "postgres";

/** Terms were named to somebody: they are good for a payment for `seconds` from now. */
export async function keepOffer(sql: postgres.Sql, id: string, tool: string, seconds: number): Promise<void> {
  await sql`
    insert into offers (id, tool, good_until) values (${id}, ${tool}, now() + make_interval(secs => ${seconds}))
    on conflict (id) do update set good_until = greatest(offers.good_until, excluded.good_until)`;
}

export async function isOffered(sql: postgres.Sql, id: string): Promise<boolean> {
  const rows = await sql`select 1 from offers where id = ${id} and good_until > now()`;
  return rows.length === 1;
}

/** Prices that requests made are many, each good for one request. */
export async function dropExpiredOffers(sql: postgres.Sql): Promise<void> {
  await sql`delete from offers where id in (select id from offers where good_until < now() limit 5000)`;
}
