import "server-only";
import type postgres from "postgres";

export type Hold = { id: string; nonce: string };

/** What is open of a payer's, atomic units. */
export async function heldOf(sql: postgres.Sql, payer: string): Promise<bigint> {
  const [row] = await sql<{ held: string }[]>`select coalesce(sum(amount), 0)::text as held from open_payments where payer = ${payer}`;
  return BigInt(row?.held ?? 0);
}

/** A payer's open payments; all but the newest few thousand are of no use to anybody. */
export async function openHolds(sql: postgres.Sql, payer: string): Promise<Hold[]> {
  const rows = await sql<Hold[]>`
    select p.id, p.nonce from open_payments o join payments p on p.id = o.payment_id where o.payer = ${payer} order by o.seq limit 2000`;
  return rows.map((row) => ({ ...row }));
}

/**
 * May this payment run, its payer having `balance` (atomic units) in the block that showed `unused` and `used` of the payer's
 * open payments? Decided under a lock of the payer, so that two processes don't promise the same money.
 */
export async function admitPayment(
  sql: postgres.Sql,
  id: string,
  balance: bigint,
  holds: { unused: string[]; used: string[] },
): Promise<boolean> {
  const [row] = await sql<{ ok: boolean }[]>`
    select admit_payment(${id}, ${balance.toString()}::text::numeric, ${holds.unused}::text[], ${holds.used}::text[]) as ok`;
  return row?.ok === true;
}
