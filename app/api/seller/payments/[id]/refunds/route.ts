import { sellerRoute } from "@/lib/auth/sellerRoute";
import { readId } from "@/lib/refunds/ids";
import { takeTurn } from "@/lib/refunds/limits";
import { readJson } from "@/lib/refunds/readJson";
import { refundBody, reserve } from "@/lib/refunds/reserve";
import { tellRefund } from "@/lib/refunds/tellRefund";
import { refundTypedData } from "@/lib/refunds/typedData";

type Context = { params: Promise<{ id: string }> };

/**
 * `POST /api/seller/payments/<id>/refunds {amount, reason, words?}`: sets the amount (atomic) aside for 10 minutes and gives
 * `{refund, typedData}`; the signature of that goes to `/api/seller/refunds/<refund.id>/signature`. No money moves here.
 */
export const POST = sellerRoute<Context>(async (request, account, { params }) => {
  takeTurn("refund", account);
  const body = await readJson(request, refundBody);
  const refund = await reserve(account, readId((await params).id), body);
  return Response.json({ refund: tellRefund(refund), typedData: refundTypedData(refund) }, { status: 201 });
});
