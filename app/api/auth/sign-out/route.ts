import { db } from "@/db/client";
import { deleteSession } from "@/db/queries/sessions";
import { acceptedOrigin } from "@/lib/auth/acceptedOrigin";
import { authRoute } from "@/lib/auth/authRoute";
import { readSessionToken, sessionCookie } from "@/lib/auth/sessionCookie";
import { hashSessionToken } from "@/lib/auth/sessionToken";
import { env } from "@/lib/env";

export const POST = authRoute(async (request) => {
  const origin = acceptedOrigin(request, env());
  const token = readSessionToken(request.headers.get("cookie"));
  if (token) await deleteSession(db(), hashSessionToken(token));
  return Response.json({ address: null }, { headers: { "set-cookie": sessionCookie("", origin) } });
});
