import { connection } from "@/db/client";
import { sellerRefunds } from "@/db/queries/refunds";
import { REFUND_STATES, type RefundState } from "@/db/schema/refunds";
import { sellerRoute } from "@/lib/auth/sellerRoute";
import { ledger } from "@/lib/payments/ledger";
import { tellRefund } from "@/lib/refunds/tellRefund";

const MOST = 100;
const USUAL = 25;

/**
 * `GET /api/seller/refunds?state=&limit=&before=`: your refunds, newest first; `older` is the next page's `before`. Without
 * a state, all that were signed or are owed.
 */
export const GET = sellerRoute(async (request, account) => {
  const query = new URL(request.url).searchParams;
  const states = query.getAll("state").filter((s): s is RefundState => (REFUND_STATES as readonly string[]).includes(s));
  const limit = Number(query.get("limit") || USUAL);
  const most = Number.isInteger(limit) ? Math.min(MOST, Math.max(1, limit)) : USUAL;
  const filter = states.length > 0 ? { states } : {};
  const page = await ledger(() => sellerRefunds(connection().sql, account, filter, most, query.get("before") ?? undefined));
  return Response.json({ refunds: page.rows.map(tellRefund), older: page.older });
});
