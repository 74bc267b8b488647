import "server-only";
import type postgres from "postgres";

/**
 * How much of a payment is given back already, or may yet be; atomic. Of what failed, too, as long as the chain could still
 * take it: `chainNow` is the chain's own time, in unix seconds, since by that alone an authorization ends. Whoever relies
 * on it holds the lock on the payment's row. What is only owed holds nothing.
 */
export async function heldRefunds(tx: postgres.TransactionSql, paymentId: string, chainNow: bigint, except = ""): Promise<bigint> {
  const [row] = await tx<{ held: string }[]>`
    select coalesce(sum(r.amount), 0)::text as held
    from refunds r join refund_states s on s.id = r.id
    where r.payment_id = ${paymentId} and r.id <> ${except} and (
      s.state in ('reserved', 'pending', 'unknown', 'settled')
      or (s.state in ('failed', 'expired') and r.way = 'signature' and r.signed_at is not null and s.void is not true
        and r.valid_before >= ${chainNow.toString()}::text::numeric)
      or (s.state = 'failed' and r.way = 'allowance' and s.void is not true))`;
  return BigInt(row?.held ?? 0);
}

export type RefundedPayment = {
  id: string;
  state: string;
  tool: string;
  seller: string;
  account: string;
  payer: string;
  network: string;
  asset: string;
  amount: bigint;
};

/** The payment, locked: until the transaction ends nobody else may promise anything of it. Only its seller's, where one is named. */
export async function lockPayment(tx: postgres.TransactionSql, id: string, account: string | null): Promise<RefundedPayment | null> {
  const [row] = await tx<(Omit<RefundedPayment, "amount"> & { amount: string })[]>`
    select id, state, tool, seller, account, payer, network, asset, amount::text from payments
    where id = ${id} and account <> '' and (${account}::text is null or account = ${account}) for no key update`;
  return row ? { ...row, amount: BigInt(row.amount) } : null;
}
