import "server-only";
import { type PaymentQuery, paymentFilters, type SearchParams } from "@/components/dashboard/paymentQuery";
import { withParams } from "@/components/dashboard/withParams";
import { db } from "@/db/client";
import { type Refunded, refundedOf } from "@/db/queries/refundedOf";
import { countSellerPayments, sellerPayments } from "@/db/queries/sellerPayments";

/** Counting further would cost more than the number is worth. */
export const COUNT_LIMIT = 10_000;

/** One page of the table as the address line asks for it. */
export async function readPayments(seller: string, query: PaymentQuery, now: Date, limit: number) {
  const filters = paymentFilters(query, now);
  const page = { limit, before: query.before ?? undefined, after: query.after ?? undefined };
  const [found, total] = await Promise.all([
    sellerPayments(db(), seller, filters, page),
    countSellerPayments(db(), seller, filters, COUNT_LIMIT + 1),
  ]);
  const settled = found.rows.filter(({ state }) => state === "settled").map(({ id }) => id);
  const refunded = settled.length > 0 ? await refundedOf(db(), seller, settled) : new Map<string, Refunded>();
  const rows = found.rows.map((row) => ({ ...row, back: refunded.get(row.id)?.amount ?? 0n }));
  return { ...found, rows, total, countLimit: COUNT_LIMIT };
}

/** The address line again, without the cursor: what links on the page build on. */
export function paramsText(params: SearchParams): string {
  const pairs = Object.entries(params).flatMap(([name, value]) => [value].flat().map((v): [string, string] => [name, v ?? ""]));
  return withParams("", new URLSearchParams(pairs), {}).slice(1);
}
