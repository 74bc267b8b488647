import { z } from "zod";
import { acceptedOrigin } from "@/lib/auth/acceptedOrigin";
import { readJsonBody } from "@/lib/auth/readJsonBody";
import { sellerRoute } from "@/lib/auth/sellerRoute";
import { env } from "@/lib/env";
import { takeTurnOf } from "@/lib/sellers/limits";
import { preparePayTo } from "@/lib/sellers/payTo/preparePayTo";

/** `POST {payTo}`: the text to sign (EIP-191) for this change, with its nonce; good once, for 5 minutes. */
export const POST = sellerRoute(async (request, account) => {
  const { payTo } = await readJsonBody(request, z.object({ payTo: z.string().max(100) }));
  takeTurnOf("nonces", account);
  return Response.json(await preparePayTo(account, acceptedOrigin(request, env()), payTo));
});
