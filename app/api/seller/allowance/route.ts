import { sellerRoute } from "@/lib/auth/sellerRoute";
import { env } from "@/lib/env";
import { askAllowance } from "@/lib/refunds/allowance/askAllowance";
import { allowanceBody } from "@/lib/refunds/allowance/grantAllowance";
import { readAllowance } from "@/lib/refunds/allowance/readAllowance";
import { takeTurn } from "@/lib/refunds/limits";
import { permitTypedData } from "@/lib/refunds/permit";
import { readJson } from "@/lib/refunds/readJson";

/** `GET /api/seller/allowance`: how your allowance for automatic refunds stands; amounts are atomic, decimal text. */
export const GET = sellerRoute(async (_, account) => {
  const { spender, left, balance, newest, owed, median, low } = await readAllowance(account);
  const text = (amount: bigint | null | undefined) => amount?.toString() ?? null;
  return Response.json({
    available: spender !== null,
    spender,
    left: text(left),
    balance: text(balance),
    granted: newest && { amount: text(newest.amount), state: newest.state, failure: newest.failure, warnBelow: text(newest.warnBelow) },
    owed: { count: owed.count, amount: text(owed.amount) },
    medianPrice: text(median),
    low,
  });
});

/** `POST /api/seller/allowance {amount}`: what to sign so that the market may give back up to this amount. Nothing is granted here. */
export const POST = sellerRoute(async (request, account) => {
  takeTurn("allowance", account);
  const { amount } = await readJson(request, allowanceBody);
  return Response.json({ typedData: permitTypedData(env().network, await askAllowance(account, amount)) });
});

/** `DELETE /api/seller/allowance`: what to sign so that the market may give back nothing any more. */
export const DELETE = sellerRoute(async (_, account) => {
  takeTurn("allowance", account);
  return Response.json({ typedData: permitTypedData(env().network, await askAllowance(account, 0n)) });
});
