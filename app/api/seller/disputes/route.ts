import { connection } from "@/db/client";
import { sellerDisputes } from "@/db/queries/disputes";
import { DISPUTE_STATES } from "@/db/schema/refunds";
import { sellerRoute } from "@/lib/auth/sellerRoute";
import { tellDispute } from "@/lib/disputes/tellDispute";
import { ledger } from "@/lib/payments/ledger";

const MOST = 100;
const USUAL = 25;

/** `GET /api/seller/disputes?state=&limit=&before=`: disputes of your sales, newest first; `older` is the next page's `before`. */
export const GET = sellerRoute(async (request, account) => {
  const query = new URL(request.url).searchParams;
  const state = DISPUTE_STATES.find((s) => s === query.get("state"));
  const limit = Number(query.get("limit") || USUAL);
  const most = Number.isInteger(limit) ? Math.min(MOST, Math.max(1, limit)) : USUAL;
  const page = await ledger(() => sellerDisputes(connection().sql, account, { state }, most, query.get("before") ?? undefined));
  return Response.json({ disputes: page.rows.map(tellDispute), older: page.older });
});
