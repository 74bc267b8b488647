import type { PrivateKeyAccount } from "viem";
import { db } from "@/db/client";
import { storeSession } from "@/db/queries/sessions";
import { SESSION_COOKIE } from "@/lib/auth/sessionCookie";
import { hashSessionToken, newSessionToken } from "@/lib/auth/sessionToken";

type Route<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>;

/** What a page of this site would do for the wallet that is signed in on it. */
export type SignedIn = {
  wallet: PrivateKeyAccount;
  cookie: string;
  get: <P>(route: Route<P>, params: P, query?: string) => Promise<Response>;
  send: <P>(route: Route<P>, params: P, body?: unknown, method?: string) => Promise<Response>;
};

/** A session of this wallet, without the ceremony. */
export async function signIn(wallet: PrivateKeyAccount): Promise<SignedIn> {
  const token = newSessionToken();
  const now = new Date();
  const expiresAt = new Date(now.getTime() + 3_600_000);
  await storeSession(db(), { tokenHash: hashSessionToken(token), address: wallet.address.toLowerCase(), createdAt: now, expiresAt });
  const cookie = `${SESSION_COOKIE}=${token}`;
  const headers = { host: "market.test", origin: "http://market.test", cookie, "content-type": "application/json" };
  return {
    wallet,
    cookie,
    get: (route, params, query = "") => route(new Request(`http://market.test/${query}`, { headers }), { params: Promise.resolve(params) }),
    send: (route, params, body, method = "POST") => {
      const text = body === undefined ? null : JSON.stringify(body);
      return route(new Request("http://market.test/", { method, headers, body: text }), { params: Promise.resolve(params) });
    },
  };
}
