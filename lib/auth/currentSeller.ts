import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { db } from "@/db/client";
import { findSessionAddress } from "@/db/queries/sessions";
import { isSessionToken, SESSION_COOKIE } from "./sessionCookie";
import { hashSessionToken } from "./sessionToken";

/** The lower-case address that is signed in on this request, or null. Looked up once a request. */
export const currentSeller = cache(async (): Promise<string | null> => {
  const token = (await cookies()).get(SESSION_COOKIE)?.value;
  return isSessionToken(token) ? findSessionAddress(db(), hashSessionToken(token), new Date()) : null;
});
