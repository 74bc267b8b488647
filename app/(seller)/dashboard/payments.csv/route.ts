import { paymentFilters, readPaymentQuery } from "@/components/dashboard/paymentQuery";
import { CSV_HEAD, csvLine } from "@/components/dashboard/paymentsCsv";
import { db } from "@/db/client";
import { type PaymentCursor, sellerPayments } from "@/db/queries/sellerPayments";
import { findSessionAddress } from "@/db/queries/sessions";
import { authRoute } from "@/lib/auth/authRoute";
import { readSessionToken } from "@/lib/auth/sessionCookie";
import { hashSessionToken } from "@/lib/auth/sessionToken";
import { CoinslotError } from "@/lib/errors";

const PAGE = 1_000;

/** The payments that the table shows, all of them, as they are read: no page is held longer than it takes to send it. */
export const GET = authRoute(async (request) => {
  const token = readSessionToken(request.headers.get("cookie"));
  const seller = token ? await findSessionAddress(db(), hashSessionToken(token), new Date()) : null;
  if (!seller) throw new CoinslotError("unauthorized", undefined, { hint: "Sign in on /dashboard with the wallet that you are paid on." });
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const now = new Date();
  const filters = paymentFilters(readPaymentQuery(params, "all"), now);

  const encoder = new TextEncoder();
  let before: PaymentCursor | undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(CSV_HEAD)),
    pull: async (controller) => {
      const page = await sellerPayments(db(), seller, filters, { limit: PAGE, before });
      controller.enqueue(encoder.encode(page.rows.map(csvLine).join("")));
      before = page.rows.at(-1)?.cursor;
      if (!page.hasOlder || !before) controller.close();
    },
  });
  const name = `coinslot-payments-${now.toISOString().slice(0, 10)}.csv`;
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "x-content-type-options": "nosniff",
    },
  });
});
