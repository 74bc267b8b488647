import { db } from "@/db/client";
import { acceptedOrigin } from "@/lib/auth/acceptedOrigin";
import { authRoute } from "@/lib/auth/authRoute";
import { readSignInBody } from "@/lib/auth/readSignInBody";
import { readSessionToken, sessionCookie } from "@/lib/auth/sessionCookie";
import { signIn } from "@/lib/auth/signIn";
import { verifyWalletSignature } from "@/lib/auth/verifyWalletSignature";
import { paymentNetwork } from "@/lib/chains";
import { env } from "@/lib/env";

export const POST = authRoute(async (request) => {
  const origin = acceptedOrigin(request, env());
  const body = await readSignInBody(request);
  const context = {
    db: db(),
    origin,
    chainId: paymentNetwork(env().network).chainId,
    now: new Date(),
    oldToken: readSessionToken(request.headers.get("cookie")),
    verify: verifyWalletSignature,
  };
  const { address, token } = await signIn(context, body);
  return Response.json({ address }, { headers: { "set-cookie": sessionCookie(token, origin) } });
});
