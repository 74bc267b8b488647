import "server-only";
import type postgres from "postgres";
import type { RefundTransactionState } from "../schema/refunds";
import { heldRefunds, lockPayment } from "./refundHolds";

export type RefunderTransaction = {
  hash: string;
  state: RefundTransactionState;
  accountNonce: number;
  raw: Buffer | null;
  maxFeePerGas: bigint;
  maxPriorityFeePerGas: bigint;
  blockHash: string | null;
  ageSeconds: number;
};

export type SignedRow = {
  hash: string;
  raw: Buffer;
  network: string;
  sender: string;
  accountNonce: number;
  maxFeePerGas: bigint;
  maxPriorityFeePerGas: bigint;
};

/** All that is not final, in the account's order, the newest of each nonce last. */
export async function openRefundTransactions(sql: postgres.Sql, network: string, sender: string): Promise<RefunderTransaction[]> {
  const rows = await sql<
    (Omit<RefunderTransaction, "maxFeePerGas" | "maxPriorityFeePerGas"> & Record<"maxFeePerGas" | "maxPriorityFeePerGas", string>)[]
  >`
    select hash, state, account_nonce as "accountNonce", raw, max_fee_per_gas::text as "maxFeePerGas",
      max_priority_fee_per_gas::text as "maxPriorityFeePerGas", block_hash as "blockHash", extract(epoch from now() - sent_at)::float8 as "ageSeconds"
    from refund_transactions where network = ${network} and sender = ${sender} and not final order by account_nonce, sent_at`;
  return rows.map((row) => ({ ...row, maxFeePerGas: BigInt(row.maxFeePerGas), maxPriorityFeePerGas: BigInt(row.maxPriorityFeePerGas) }));
}

/** The nonce behind the last that was signed here; 0 for an account that never signed. */
export async function nextRefundNonce(sql: postgres.Sql, network: string, sender: string): Promise<number> {
  const [row] = await sql<{ next: number }[]>`
    select coalesce(max(account_nonce) + 1, 0)::int as next from refund_transactions where network = ${network} and sender = ${sender} and first`;
  return row?.next ?? 0;
}

const insertFirst = (tx: postgres.TransactionSql | postgres.Sql, row: SignedRow, of: { refundId?: string; allowanceId?: string }) => tx`
  insert into refund_transactions (hash, network, sender, account_nonce, first, refund_id, allowance_id, raw, max_fee_per_gas, max_priority_fee_per_gas)
  values (${row.hash}, ${row.network}, ${row.sender}, ${row.accountNonce}, true, ${of.refundId ?? null}, ${of.allowanceId ?? null}, ${row.raw},
    ${row.maxFeePerGas.toString()}::text::bigint, ${row.maxPriorityFeePerGas.toString()}::text::bigint)`;

/**
 * Signs what is left to give back of the refund's payment, and writes it down before anybody else may promise it: all in one
 * transaction, under the payment's lock. Null when there is nothing to send. A nonce or a refund that was signed for
 * before is refused by the database.
 */
export function recordRefundSigned(
  sql: postgres.Sql,
  refundId: string,
  chainNow: bigint,
  sign: (amount: bigint, to: string) => Promise<SignedRow>,
): Promise<SignedRow | null> {
  return sql.begin(async (tx) => {
    const [found] = await tx<{ paymentId: string }[]>`select payment_id as "paymentId" from refunds where id = ${refundId}`;
    const payment = found && (await lockPayment(tx, found.paymentId, null));
    if (payment?.state !== "settled") return null;
    const [owed] = await tx<{ amount: string; payer: string }[]>`
      select amount::text, payer from refunds
      where id = ${refundId} and way = 'allowance' and cancelled_at is null and signed_at is null for update`;
    if (!owed) return null;
    const left = payment.amount - (await heldRefunds(tx, payment.id, chainNow, refundId));
    const amount = BigInt(owed.amount) < left ? BigInt(owed.amount) : left;
    if (amount <= 0n) return null;
    const signed = await sign(amount, owed.payer);
    await insertFirst(tx, signed, { refundId });
    await tx`update refunds set amount = ${amount.toString()}::text::bigint, signed_at = now() where id = ${refundId}`;
    return signed;
  }) as Promise<SignedRow | null>;
}

export async function recordPermitSigned(sql: postgres.Sql, allowanceId: string, signed: SignedRow): Promise<void> {
  await insertFirst(sql, signed, { allowanceId });
}

/** The same with a higher fee. False when it is not waiting any more. */
export async function recordRefundBumped(sql: postgres.Sql, old: string, next: SignedRow): Promise<boolean> {
  const rows = await sql`
    insert into refund_transactions (hash, network, sender, account_nonce, first, refund_id, allowance_id, raw, max_fee_per_gas, max_priority_fee_per_gas)
    select ${next.hash}, network, sender, account_nonce, false, refund_id, allowance_id, ${next.raw}::bytea,
      ${next.maxFeePerGas.toString()}::text::bigint, ${next.maxPriorityFeePerGas.toString()}::text::bigint
    from refund_transactions where hash = ${old} and state = 'sent' on conflict do nothing returning hash`;
  return rows.length === 1;
}

export type RefundMined = { hash: string; ok: boolean; blockNumber: bigint; blockHash: string; gasUsed: bigint; gasPrice: bigint };

/** → mined or reverted, as its receipt says; whatever else was signed for the same nonce never will be. */
export async function recordRefundMined(sql: postgres.Sql, m: RefundMined): Promise<void> {
  await sql`
    with mined as (
      update refund_transactions set state = ${m.ok ? "mined" : "reverted"}, block_number = ${m.blockNumber.toString()}::text::bigint,
        block_hash = ${m.blockHash}, gas_used = ${m.gasUsed.toString()}::text::bigint, gas_price = ${m.gasPrice.toString()}::text::bigint,
        mined_at = coalesce(mined_at, now())
      where hash = ${m.hash} returning hash, network, sender, account_nonce
    )
    update refund_transactions t set state = 'replaced', block_number = null, block_hash = null, mined_at = null from mined m
    where t.network = m.network and t.sender = m.sender and t.account_nonce = m.account_nonce and t.hash <> m.hash and not t.final`;
}

/** Its block is not part of the chain any more: all that was signed for this nonce waits again. */
export async function recordRefundUndone(sql: postgres.Sql, network: string, sender: string, accountNonce: number): Promise<void> {
  await sql`
    update refund_transactions set state = 'sent', block_number = null, block_hash = null, gas_used = null, gas_price = null, mined_at = null
    where network = ${network} and sender = ${sender} and account_nonce = ${accountNonce} and not final`;
}

/** Nobody looks again: so deep is its block, or (`displaced`) so deep is whatever took its nonce. */
export async function recordRefundFinal(
  sql: postgres.Sql,
  network: string,
  sender: string,
  accountNonce: number,
  displaced = false,
): Promise<void> {
  await sql`
    update refund_transactions set final = true, raw = null, state = case when ${displaced} then 'displaced' else state end
    where network = ${network} and sender = ${sender} and account_nonce = ${accountNonce} and not final`;
}
