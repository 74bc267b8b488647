import "server-only";
import type postgres from "postgres";
import type { RefundKind } from "../schema/refunds";
import { heldRefunds, lockPayment, type RefundedPayment } from "./refundHolds";

export type NewReservation = {
  id: string;
  paymentId: string;
  account: string;
  amount: bigint;
  reason: string;
  words: string;
  network: string;
  asset: string;
  ledgerId: string;
  nonce: string;
  /** Seconds from now: until the signature has to be here, and until the transfer ends. */
  signWithin: number;
  validFor: number;
};

export type Reserved =
  | { kind: "reserved"; id: string }
  | { kind: "not_found" }
  | { kind: "not_settled"; state: string }
  | { kind: "not_refundable" }
  | { kind: "too_much"; left: bigint }
  | { kind: "too_many" };

/** Each costs the market gas. */
export const MOST_REFUNDS_OF_A_PAYMENT = 10;

/**
 * Sets an amount of a payment aside for a refund that its seller is going to sign. One at a time waits for a signature: the
 * same again is the same refund, another amount takes its place.
 */
export function reserveRefund(sql: postgres.Sql, wanted: NewReservation, chainNow: bigint): Promise<Reserved> {
  return sql.begin(async (tx) => {
    const payment = await lockPayment(tx, wanted.paymentId, wanted.account);
    if (!payment) return { kind: "not_found" };
    if (payment.state !== "settled") return { kind: "not_settled", state: payment.state };
    if (payment.network !== wanted.network || payment.asset !== wanted.asset) return { kind: "not_refundable" };
    const waiting = await reuse(tx, wanted);
    if (waiting) return { kind: "reserved", id: waiting };
    const left = payment.amount - (await heldRefunds(tx, payment.id, chainNow));
    if (wanted.amount > left) return { kind: "too_much", left };
    const [made] = await tx<{ count: number }[]>`
      select count(*)::int as count from refunds where payment_id = ${payment.id} and signed_at is not null`;
    if ((made?.count ?? 0) >= MOST_REFUNDS_OF_A_PAYMENT) return { kind: "too_many" };
    await insert(tx, wanted, payment, await kindOf(tx, payment.id, wanted.amount === left, wanted.id));
    return { kind: "reserved", id: wanted.id };
  }) as Promise<Reserved>;
}

/** What waits for its signature already, if it is the same; anything else is given up, which nobody has signed. */
async function reuse(tx: postgres.TransactionSql, { paymentId, amount, reason, words }: NewReservation): Promise<string | null> {
  const [same] = await tx<{ id: string }[]>`
    update refunds set reason = ${reason}, words = ${words}
    where payment_id = ${paymentId} and way = 'signature' and signed_at is null and cancelled_at is null
      and expires_at > now() + interval '1 minute' and amount = ${amount.toString()}::text::bigint
      and not exists (select from disputes d where d.payment_id = refunds.payment_id and d.state in ('open', 'declined') and d.refund_id is distinct from refunds.id)
    returning id`;
  if (same) return same.id;
  await tx`
    update refunds set cancelled_at = now()
    where payment_id = ${paymentId} and way = 'signature' and signed_at is null and cancelled_at is null and expires_at > now()`;
  return null;
}

/** All that is left, while the payer complains: that settles the dispute. */
async function kindOf(tx: postgres.TransactionSql, paymentId: string, all: boolean, refundId: string): Promise<RefundKind> {
  if (!all) return "manual";
  const rows = await tx`
    update disputes set refund_id = ${refundId} where payment_id = ${paymentId} and state in ('open', 'declined') returning id`;
  return rows.length > 0 ? "dispute" : "manual";
}

async function insert(
  tx: postgres.TransactionSql,
  wanted: NewReservation,
  { tool, payer }: RefundedPayment,
  kind: RefundKind,
): Promise<void> {
  const { id, paymentId, account, amount, reason, words, network, asset, ledgerId, nonce, signWithin, validFor } = wanted;
  await tx`
    insert into refunds (id, payment_id, tool, account, payer, amount, kind, way, reason, words, network, asset, ledger_id, nonce, valid_before, expires_at)
    values (${id}, ${paymentId}, ${tool}, ${account}, ${payer}, ${amount.toString()}::text::bigint, ${kind}, 'signature', ${reason}, ${words},
      ${network}, ${asset}, ${ledgerId}, ${nonce}, floor(extract(epoch from now()))::bigint + ${validFor}::int,
      now() + make_interval(secs => ${signWithin}))`;
}

/**
 * A good signature came: from here the amount stays set aside until the authorization has ended. False when the reservation
 * is over, or its payment is not settled any more.
 */
export function acceptSignature(
  sql: postgres.Sql,
  { id, account, paymentId }: { id: string; account: string; paymentId: string },
): Promise<boolean> {
  return sql.begin(async (tx) => {
    const payment = await lockPayment(tx, paymentId, account);
    if (payment?.state !== "settled") return false;
    const rows = await tx`
      update refunds set signed_at = coalesce(signed_at, now())
      where id = ${id} and account = ${account} and way = 'signature' and cancelled_at is null
        and (signed_at is not null or expires_at > now()) returning id`;
    return rows.length === 1;
  }) as Promise<boolean>;
}
