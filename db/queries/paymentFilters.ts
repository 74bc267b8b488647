import "server-only";
import { and, eq, gte, inArray, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { openPayments, payments } from "../schema/payments";
import { OPEN_STATES, type PaymentState } from "../schema/states";
import { byTransaction, ofTransaction } from "./ofTransaction";

export type PaymentFilters = {
  states?: readonly PaymentState[];
  tool?: string;
  /** Lower case. */
  payer?: string;
  /** Atomic, both inclusive. */
  minAmount?: bigint;
  maxAmount?: bigint;
  from?: Date;
  to?: Date;
  /** A transaction, a payer or a payment's id; whole, its beginning, or shortened in the middle by `…`. */
  search?: string;
};

const GAP = /…|\.{2,3}/;
const HEX = /^0x[0-9a-f]*$/;

/** The conditions of one seller's payments. Without `account` there are none to be had. */
export function paymentConditions(account: string, filters: PaymentFilters): SQL | undefined {
  const { states, tool, payer, minAmount, maxAmount, from, to, search } = filters;
  return and(
    eq(payments.account, account),
    states?.length ? inArray(payments.state, [...states]) : undefined,
    states?.length && states.every(isOpen) ? sql`${payments.id} in (select ${openPayments.paymentId} from ${openPayments})` : undefined,
    tool ? eq(payments.tool, tool) : undefined,
    payer ? eq(payments.payer, payer) : undefined,
    minAmount === undefined ? undefined : gte(payments.amount, minAmount),
    maxAmount === undefined ? undefined : lte(payments.amount, maxAmount),
    from ? gte(payments.claimedAt, from) : undefined,
    to ? lt(payments.claimedAt, to) : undefined,
    search?.trim() ? found(search.trim()) : undefined,
  );
}

/** Open payments are few and stand in a table of their own, so nobody has to look for them among all. */
function isOpen(state: PaymentState): boolean {
  return (OPEN_STATES as readonly PaymentState[]).includes(state);
}

/** Whole values are looked up as they are, so that an index finds them. */
function found(text: string): SQL | undefined {
  const [head = "", tail = ""] = text.split(GAP);
  const low = head.toLowerCase();
  if (!HEX.test(low)) return like(payments.id, head, tail);
  if (low.length === 66) return ofTransaction(low);
  if (low.length === 42) return eq(payments.payer, low);
  return or(
    like(payments.payer, low, tail.toLowerCase()),
    byTransaction((column) => like(column, low, tail.toLowerCase())),
  );
}

function like(column: PgColumn, head: string, tail: string): SQL {
  const literal = (part: string) => part.replace(/[\\%_]/g, "\\$&");
  return sql`${column} like ${`${literal(head)}%${literal(tail)}`}`;
}
