import { sellerRoute } from "@/lib/auth/sellerRoute";
import { grantAllowance, signedAllowanceBody } from "@/lib/refunds/allowance/grantAllowance";
import { takeTurn } from "@/lib/refunds/limits";
import { readJson } from "@/lib/refunds/readJson";

/**
 * `POST /api/seller/allowance/signature {amount, nonce, deadline, signature, warnBelow?}`: the permit, signed. The market sends
 * it, and pays its gas; `GET /api/seller/allowance` tells when it is there.
 */
export const POST = sellerRoute(async (request, account) => {
  takeTurn("allowance", account);
  await grantAllowance(account, await readJson(request, signedAllowanceBody));
  return Response.json({ state: "waiting" }, { status: 202 });
});
