import { connection } from "@/db/client";
import { findRefund } from "@/db/queries/refunds";
import { sellerRoute } from "@/lib/auth/sellerRoute";
import { CoinslotError } from "@/lib/errors";
import { ledger } from "@/lib/payments/ledger";
import { readId } from "@/lib/refunds/ids";
import { tellRefund } from "@/lib/refunds/tellRefund";

type Context = { params: Promise<{ ref: string }> };

/** `GET /api/seller/refunds/<ref>`: one refund of yours, as it stands now. */
export const GET = sellerRoute<Context>(async (_, account, { params }) => {
  const ref = readId((await params).ref);
  const refund = await ledger(() => findRefund(connection().sql, account, ref));
  if (!refund) throw new CoinslotError("not_found", "There is no refund with this id among yours.");
  return Response.json({ refund: tellRefund(refund) });
});
