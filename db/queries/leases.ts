import "server-only";
import type postgres from "postgres";

/** Takes or keeps the right to do this work for `seconds`; false while another process has it. */
export async function takeLease(sql: postgres.Sql, name: string, holder: string, seconds: number): Promise<boolean> {
  const rows = await sql`
    insert into leases as l (name, holder, held_until) values (${name}, ${holder}, now() + make_interval(secs => ${seconds}))
    on conflict (name) do update set holder = excluded.holder, held_until = excluded.held_until
    where l.holder = excluded.holder or l.held_until < now() returning 1`;
  return rows.length === 1;
}
