import { db } from "@/db/client";
import { storeSession } from "@/db/queries/sessions";
import { hashSessionToken, newSessionToken } from "@/lib/auth/sessionToken";

export const TEST_ORIGIN = "http://market.test:3000";

type Ask = { method?: string; body?: unknown; headers?: Record<string, string> };
export type Asker = (path: string, ask?: Ask) => Request;

/** Requests from the market's own pages, of a wallet that is signed in; of nobody for null. */
export async function asWallet(address: string | null): Promise<Asker> {
  const token = newSessionToken();
  const now = new Date();
  const session = { tokenHash: hashSessionToken(token), createdAt: now, expiresAt: new Date(now.getTime() + 3_600_000) };
  if (address) await storeSession(db(), { ...session, address: address.toLowerCase() });
  const own = { host: new URL(TEST_ORIGIN).host, origin: TEST_ORIGIN, ...(address ? { cookie: `coinslot_session=${token}` } : {}) };
  return (path, { method = "GET", body, headers = {} } = {}) =>
    new Request(`${TEST_ORIGIN}${path}`, {
      method,
      headers: { ...own, ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      body: body === undefined ? null : JSON.stringify(body),
    });
}
