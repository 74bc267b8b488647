import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { privateKeyToAccount } from "viem/accounts";
import { createSiweMessage } from "viem/siwe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sessions, signInNonces } from "@/db/schema/auth";
import { hashSessionToken } from "@/lib/auth/sessionToken";
import { signInMessage } from "@/lib/auth/signInMessage";
import { startTestLedger, type TestLedger } from "@/lib/testing/ledger";
import { POST as sellerRoute } from "../devnet/seller/route";
import { POST as nonceRoute } from "./nonce/route";
import { GET as sessionRoute } from "./session/route";
import { POST as signInRoute } from "./sign-in/route";
import { POST as signOutRoute } from "./sign-out/route";

const ORIGIN = "http://market.test:3000";
const seller = privateKeyToAccount("0x5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a");
const stranger = privateKeyToAccount("0x7c852118294e51e653712a81e05800f419141751be58f605c371e15141b007a6");

/** A node that knows one contract wallet, which says yes to any signature that begins with 0xc0. */
const contractWallet = privateKeyToAccount("0x47e179ec197488593b187f80a00eb0da91f1b9d0b13f8733639f19c30a34926a").address;
const chain = { away: false };
function answer({ id, method, params = [] }: { id: number; method: string; params?: { data?: string }[] | string[] }) {
  const [first] = params;
  const code = first === contractWallet ? "0x6001" : "0x";
  const yes = typeof first === "object" && first.data?.includes("c0c0c0c0") ? "1" : "0";
  return { jsonrpc: "2.0", id, result: method === "eth_getCode" ? code : `0x${yes.padStart(64, "0")}` };
}
const node = createServer(async (req, res) => {
  if (chain.away) return void req.socket.destroy();
  let text = "";
  for await (const part of req) text += part;
  res.end(JSON.stringify(JSON.parse(text).map(answer)));
});

let ledger: TestLedger;
beforeAll(async () => {
  await new Promise<void>((resolve) => node.listen(0, "127.0.0.1", resolve));
  ledger = await startTestLedger({ rpcUrl: `http://127.0.0.1:${(node.address() as AddressInfo).port}` });
});
afterAll(async () => {
  await ledger.stop();
  node.close();
});

function request(path: string, { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {}): Request {
  return new Request(`${ORIGIN}${path}`, {
    method: "POST",
    headers: { host: "market.test:3000", origin: ORIGIN, "content-type": "application/json", ...headers },
    body: body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body),
  });
}

async function newNonce(): Promise<string> {
  const response = await nonceRoute(request("/api/auth/nonce"));
  return ((await response.json()) as { nonce: string }).nonce;
}

async function newMessage(over: Partial<Parameters<typeof createSiweMessage>[0]> = {}): Promise<string> {
  const nonce = await newNonce();
  const made = signInMessage({ address: seller.address, origin: ORIGIN, chainId: 84532, nonce });
  if (Object.keys(over).length === 0) return made;
  const base = { address: seller.address, chainId: 84532, domain: "market.test:3000", uri: ORIGIN, nonce, version: "1" as const };
  return createSiweMessage({ ...base, expirationTime: new Date(Date.now() + 60_000), ...over });
}

const signIn = (body: unknown, headers: Record<string, string> = {}) => signInRoute(request("/api/auth/sign-in", { body, headers }));
const cookieOf = (response: Response) => response.headers.get("set-cookie")?.split(";")[0] ?? "";
const refusal = async (response: Response) => [response.status, ((await response.json()) as { error: string }).error];

async function whoIs(cookie: string): Promise<string | null> {
  const response = await sessionRoute(new Request(`${ORIGIN}/api/auth/session`, { headers: { cookie } }));
  return ((await response.json()) as { address: string | null }).address;
}

describe("sign-in", () => {
  it("gives a session for a signed message, and takes it away again", async () => {
    const message = await newMessage();
    const response = await signIn({ message, signature: await seller.signMessage({ message }) });
    expect(response.status).toBe(200);
    expect(response.headers.get("set-cookie")).toMatch(/^coinslot_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604800$/);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const cookie = cookieOf(response);
    expect(await whoIs(cookie)).toBe(seller.address.toLowerCase());

    const token = cookie.slice("coinslot_session=".length);
    const rows = await ledger.db.select().from(sessions);
    expect(rows.map((row) => row.tokenHash)).toContain(hashSessionToken(token));
    expect(JSON.stringify(rows)).not.toContain(token);

    const out = await signOutRoute(request("/api/auth/sign-out", { headers: { cookie } }));
    expect(out.headers.get("set-cookie")).toContain("Max-Age=0");
    expect(await whoIs(cookie)).toBeNull();
  });

  it("takes a nonce once, also when both copies come at once", async () => {
    const message = await newMessage();
    const signature = await seller.signMessage({ message });
    const answers = await Promise.all(Array.from({ length: 8 }, () => signIn({ message, signature })));
    expect(answers.map((a) => a.status).sort()).toEqual([200, ...Array(7).fill(401)]);
  });

  it("uses the nonce up on a wrong signature too", async () => {
    const message = await newMessage();
    expect(await refusal(await signIn({ message, signature: `0x${"11".repeat(65)}` }))).toEqual([401, "sign_in_refused"]);
    expect(await refusal(await signIn({ message, signature: await seller.signMessage({ message }) }))).toEqual([401, "sign_in_refused"]);
  });

  it.each([
    ["another domain", { domain: "evil.test" }],
    ["another chain", { chainId: 1 }],
    ["another URI", { uri: "https://evil.test" }],
    ["a message that has run out", { issuedAt: new Date(Date.now() - 120_000), expirationTime: new Date(Date.now() - 1_000) }],
    ["a message without an end", { expirationTime: undefined }],
    ["a nonce that was never given", { nonce: "neverGiven12345678" }],
  ])("refuses %s, with the same words", async (_, over) => {
    const message = await newMessage(over);
    const response = await signIn({ message, signature: await seller.signMessage({ message }) });
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(await response.json()).toMatchInlineSnapshot(`
      {
        "docs": "/docs/errors#sign_in_refused",
        "error": "sign_in_refused",
        "hint": "Ask for a new nonce and sign again: a message is good once, for 5 minutes, on this site and network only.",
        "message": "The sign-in message was not accepted.",
      }
    `);
  });

  it("refuses a nonce that has run out, and sweeps it away", async () => {
    const message = await newMessage();
    await ledger.db.update(signInNonces).set({ expiresAt: new Date(Date.now() - 1) });
    expect((await signIn({ message, signature: await seller.signMessage({ message }) })).status).toBe(401);
    await newNonce();
    expect(await ledger.db.select().from(signInNonces)).toHaveLength(1);
  });

  it("refuses a message for one address that another one signed", async () => {
    const message = await newMessage();
    const response = await signIn({ message, signature: await stranger.signMessage({ message }) });
    expect(await refusal(response)).toEqual([401, "sign_in_refused"]);
    expect(response.headers.get("set-cookie")).toBeNull();
  });

  it("lets a contract wallet in when the chain says that it signed", async () => {
    const message = await newMessage();
    const mine = message.replace(seller.address, contractWallet);
    expect((await signIn({ message: mine, signature: `0x${"c0".repeat(80)}` })).status).toBe(200);
    const again = (await newMessage()).replace(seller.address, contractWallet);
    expect(await refusal(await signIn({ message: again, signature: `0x${"bb".repeat(80)}` }))).toEqual([401, "sign_in_refused"]);
  });

  it("says that the chain is away when only the chain could tell", async () => {
    const message = await newMessage();
    chain.away = true;
    const response = await signIn({ message, signature: `0x${"c0".repeat(80)}` });
    chain.away = false;
    expect(await refusal(response)).toEqual([503, "chain_unavailable"]);
  });

  it("refuses a message that was changed after it was signed", async () => {
    const message = await newMessage();
    const signature = await seller.signMessage({ message });
    const changed = message.replace(seller.address, stranger.address);
    expect((await signIn({ message: changed, signature })).headers.get("set-cookie")).toBeNull();
  });

  it("never goes on with a session that somebody else chose", async () => {
    const planted = "A".repeat(43);
    const message = await newMessage();
    const response = await signIn({ message, signature: await seller.signMessage({ message }) }, { cookie: `coinslot_session=${planted}` });
    expect(cookieOf(response)).not.toContain(planted);
    expect(await whoIs(`coinslot_session=${planted}`)).toBeNull();

    const again = await newMessage();
    const second = await signIn(
      { message: again, signature: await seller.signMessage({ message: again }) },
      { cookie: cookieOf(response) },
    );
    expect(await whoIs(cookieOf(response))).toBeNull();
    expect(await whoIs(cookieOf(second))).toBe(seller.address.toLowerCase());
  });

  it("ends a session after its time", async () => {
    const message = await newMessage();
    const cookie = cookieOf(await signIn({ message, signature: await seller.signMessage({ message }) }));
    await ledger.db.update(sessions).set({ expiresAt: new Date(Date.now() - 1) });
    expect(await whoIs(cookie)).toBeNull();
  });
});

describe("every POST", () => {
  const routes = { nonceRoute, signInRoute, signOutRoute, sellerRoute };
  it.each(Object.entries(routes))("%s refuses another site and no site at all", async (_, route) => {
    for (const origin of ["https://evil.test", "null", "", "http://market.test:3001"]) {
      const response = await route(request("/x", { body: {}, headers: { origin } }));
      expect(await refusal(response)).toEqual([403, "forbidden_origin"]);
    }
  });

  it("answers a malformed body with its fault, never with a break", async () => {
    const bodies = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.json(),
      fc
        .record({ message: fc.anything(), signature: fc.anything() })
        .map((v) => JSON.stringify(v, (_, x) => (typeof x === "bigint" ? `${x}` : x))),
      fc
        .record({ message: fc.string(), signature: fc.string({ unit: fc.constantFrom(..."0123456789abcdefx") }) })
        .map((v) => JSON.stringify(v)),
    );
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const response = await signIn(body);
        expect([400, 401]).toContain(response.status);
        expect(await response.text()).not.toMatch(/at .*\.ts|node_modules|Failed query/);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["a body that is too large", "x".repeat(40_000), {}, [413, "body_too_large"]],
    ["a form", "message=1", { "content-type": "application/x-www-form-urlencoded" }, [415, "unsupported_media_type"]],
    ["plain text", "{}", { "content-type": "text/plain" }, [415, "unsupported_media_type"]],
    ["no JSON", "{", {}, [400, "invalid_json"]],
  ])("refuses %s", async (_, body, headers, expected) => {
    expect(await refusal(await signIn(body, headers as Record<string, string>))).toEqual(expected);
  });

  it.each([
    "",
    "coinslot_session=",
    "coinslot_session=short",
    `coinslot_session=${"A".repeat(43)}`,
    `x=1; coinslot_session=${"'".repeat(43)}`,
  ])("takes the cookie %j for nobody's", async (cookie) => expect(await whoIs(cookie)).toBeNull());
});

describe("the test seller", () => {
  it("is handed out on the local chain", async () => {
    const response = await sellerRoute(request("/api/devnet/seller"));
    expect(await response.json()).toMatchObject({ address: seller.address });
  });
});
