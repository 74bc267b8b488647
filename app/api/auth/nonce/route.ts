import { generateSiweNonce } from "viem/siwe";
import { db } from "@/db/client";
import { storeNonce } from "@/db/queries/signInNonces";
import { acceptedOrigin } from "@/lib/auth/acceptedOrigin";
import { authRoute } from "@/lib/auth/authRoute";
import { SIGN_IN_MINUTES } from "@/lib/auth/signInMessage";
import { env } from "@/lib/env";

export const POST = authRoute(async (request) => {
  acceptedOrigin(request, env());
  const now = new Date();
  const nonce = generateSiweNonce();
  await storeNonce(db(), nonce, new Date(now.getTime() + SIGN_IN_MINUTES * 60_000), now);
  return Response.json({ nonce });
});
