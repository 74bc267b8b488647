import { db } from "@/db/client";
import { findSessionAddress } from "@/db/queries/sessions";
import { authRoute } from "@/lib/auth/authRoute";
import { readSessionToken } from "@/lib/auth/sessionCookie";
import { hashSessionToken } from "@/lib/auth/sessionToken";

export const GET = authRoute(async (request) => {
  const token = readSessionToken(request.headers.get("cookie"));
  const address = token ? await findSessionAddress(db(), hashSessionToken(token), new Date()) : null;
  return Response.json({ address });
});
