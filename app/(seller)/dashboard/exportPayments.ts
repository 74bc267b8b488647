import "server-only";
import type { ExportedPayment } from "@/components/dashboard/exportedPayment";
import { paymentFilters, readPaymentQuery } from "@/components/dashboard/paymentQuery";
import { db } from "@/db/client";
import { refundedOf } from "@/db/queries/refundedOf";
import { type PaymentCursor, sellerPayments } from "@/db/queries/sellerPayments";
import { sellerRoute } from "@/lib/auth/sellerRoute";

const PAGE = 1_000;

/** How a file is written: what comes first, each row (and whether it is the first of all), and what ends it. */
export type ExportFormat = {
  ending: string;
  contentType: string;
  head: string;
  line: (payment: ExportedPayment, first: boolean) => string;
  tail: string;
};

/** The payments that the table shows, all of them, as they are read: no page is held longer than it takes to send it. */
export function exportPayments({ ending, contentType, head, line, tail }: ExportFormat) {
  return sellerRoute(async (request, seller) => {
    const now = new Date();
    const query = readPaymentQuery(Object.fromEntries(new URL(request.url).searchParams), "all");
    const filters = paymentFilters(query, now);
    const encoder = new TextEncoder();
    let before: PaymentCursor | undefined;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        if (head) controller.enqueue(encoder.encode(head));
      },
      pull: async (controller) => {
        const { rows, hasOlder } = await sellerPayments(db(), seller, filters, { limit: PAGE, before });
        const ids = rows.map((row) => row.id);
        const refunded = ids.length > 0 ? await refundedOf(db(), seller, ids) : new Map();
        const first = before === undefined;
        const lines = rows.map((row, index) => line({ ...row, refunded: refunded.get(row.id) ?? null }, first && index === 0));
        before = rows.at(-1)?.cursor;
        const last = !hasOlder || !before;
        // Nothing at all would never be asked for more.
        const text = lines.join("") + (last ? tail : "");
        if (text) controller.enqueue(encoder.encode(text));
        if (last) controller.close();
      },
    });
    const name = `coinslot-payments-${now.toISOString().slice(0, 10)}.${ending}`;
    return new Response(body, {
      headers: {
        "content-type": contentType,
        "content-disposition": `attachment; filename="${name}"`,
        "x-content-type-options": "nosniff",
      },
    });
  });
}
