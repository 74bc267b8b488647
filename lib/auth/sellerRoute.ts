import "server-only";
import { db } from "@/db/client";
import { findSessionAddress } from "@/db/queries/sessions";
import { env } from "../env";
import { CoinslotError } from "../errors";
import { acceptedOrigin } from "./acceptedOrigin";
import { authRoute } from "./authRoute";
import { readSessionToken } from "./sessionCookie";
import { hashSessionToken } from "./sessionToken";

type Handler<C> = (request: Request, account: string, context: C) => Promise<Response>;

/**
 * A route handler of the wallet that is signed in, whose lower-case address it is given: nothing of anybody else's may be
 * found without it. Whatever changes something must come from this site's own pages.
 */
export function sellerRoute<C = unknown>(handler: Handler<C>): (request: Request, context: C) => Promise<Response> {
  return (request, context) => authRoute(async () => handler(request, await whoAsks(request), context))(request);
}

async function whoAsks(request: Request): Promise<string> {
  if (request.method !== "GET" && request.method !== "HEAD") acceptedOrigin(request, env());
  const token = readSessionToken(request.headers.get("cookie"));
  const account = token ? await findSessionAddress(db(), hashSessionToken(token), new Date()) : null;
  if (account) return account;
  throw new CoinslotError("unauthorized", "You are not signed in.", { hint: "Sign in with your wallet, and try again." });
}
