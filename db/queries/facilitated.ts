import "server-only";
import type postgres from "postgres";
import { FACILITATED } from "../schema/payments";

/** How many payments of one caller of the facilitator are open. */
export async function countOpenFacilitated(sql: postgres.Sql, fingerprint: string): Promise<number> {
  const [row] = await sql<{ open: number }[]>`
    select count(*)::int as open from open_payments o join payments p on p.id = o.payment_id
    where p.tool = ${FACILITATED} and p.fingerprint = ${fingerprint}`;
  return row?.open ?? 0;
}
