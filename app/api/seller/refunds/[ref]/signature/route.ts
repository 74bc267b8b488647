import { z } from "zod";
import { sellerRoute } from "@/lib/auth/sellerRoute";
import { hexBytes } from "@/lib/refunds/fields";
import { readId } from "@/lib/refunds/ids";
import { takeTurn } from "@/lib/refunds/limits";
import { readJson } from "@/lib/refunds/readJson";
import { settleRefund } from "@/lib/refunds/settleRefund";
import { tellRefund } from "@/lib/refunds/tellRefund";

type Context = { params: Promise<{ ref: string }> };
const body = z.object({ signature: hexBytes });

/**
 * `POST /api/seller/refunds/<ref>/signature {signature}`: settles the refund and answers with its state. `pending` and
 * `unknown` are still being checked: ask `/api/seller/refunds/<ref>`. The same again never pays twice.
 */
export const POST = sellerRoute<Context>(async (request, account, { params }) => {
  takeTurn("refund", account);
  const { signature } = await readJson(request, body);
  const refund = await settleRefund(account, readId((await params).ref), signature);
  return Response.json({ refund: tellRefund(refund) }, { status: refund.state === "settled" ? 200 : 202 });
});
