import "server-only";
import type postgres from "postgres";
import type { PaymentState } from "../schema/states";

/** A payment that nobody works on, as its next worker needs it. */
export type OpenPayment = {
  id: string;
  state: PaymentState;
  payer: string;
  payTo: string;
  amount: bigint;
  nonce: string;
  validAfter: bigint;
  validBefore: bigint;
  signature: string;
  transaction: string | null;
};

/** Takes what was left behind, as the queue that it is: nobody else gets the same rows for `seconds`. Longest waiting first. */
export async function takeLeftovers(sql: postgres.Sql, seconds: number, limit: number): Promise<OpenPayment[]> {
  const rows = await sql<
    (Omit<OpenPayment, "amount" | "validAfter" | "validBefore"> & Record<"amount" | "validAfter" | "validBefore", string>)[]
  >`
    with taken as (
      update open_payments set held_until = now() + make_interval(secs => ${seconds})
      where payment_id in (
        select payment_id from open_payments where held_until < now() order by held_until limit ${limit} for update skip locked
      ) returning payment_id
    )
    select p.id, p.state, p.payer, p.pay_to as "payTo", p.amount::text, p.nonce, p.valid_after::text as "validAfter",
      p.valid_before::text as "validBefore", p.signature, p.transaction
    from taken t join payments p on p.id = t.payment_id order by p.id`;
  return rows.map((row) => ({
    ...row,
    amount: BigInt(row.amount),
    validAfter: BigInt(row.validAfter),
    validBefore: BigInt(row.validBefore),
  }));
}

/** Still being worked on: nobody may take these over for `seconds`. */
export async function keepHolding(sql: postgres.Sql, ids: string[], seconds: number): Promise<void> {
  if (ids.length === 0) return;
  await sql`update open_payments set held_until = now() + make_interval(secs => ${seconds}) where payment_id = any(${ids})`;
}

/** claimed → running, told for tools that take their time. */
export async function recordRunning(sql: postgres.Sql, id: string, since: Date): Promise<void> {
  await sql`
    with moved as (update payments set state = 'running' where id = ${id} and state = 'claimed' returning id)
    insert into payment_events (payment_id, step, at) select id, 'running', ${since.toISOString()}::text::timestamptz from moved`;
}
