import { request } from "node:http";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeHeader } from "@/lib/payments/wire";
import { wirePayload } from "@/lib/testing/payer";
import { balanceOf, fundedPayer, INPUT, market, post, sign, TOOL } from "./market";

/** An answer of the tool, as opposed to the schema of one. */
const ANSWER = /"as_of_block":\d/;

type Raw = { status: number; body: string };

/** A request whose path reaches the server byte for byte; `fetch` would tidy it up. */
function raw(path: string, method = "POST", headers: Record<string, string> = {}): Promise<Raw> {
  const { hostname, port } = new URL(market.url);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: hostname, port, path, method, headers: { "content-type": "application/json", ...headers } },
      (incoming) => {
        let body = "";
        incoming.on("data", (chunk) => {
          body += chunk;
        });
        incoming.on("end", () => resolve({ status: incoming.statusCode ?? 0, body }));
      },
    );
    outgoing.on("error", reject);
    outgoing.end(method === "POST" ? JSON.stringify(INPUT) : undefined);
  });
}

describe("no path gives an unpaid answer", () => {
  const query = `?token=${INPUT.token}`;
  const paths = [
    TOOL,
    "/api/v1/token%2Dsafety",
    "/api%2Fv1%2Ftoken-safety",
    "/api/v1%2ftoken-safety",
    "//api/v1/token-safety",
    "/api//v1//token-safety",
    "/api/v1/token-safety/",
    "/api/v1/./token-safety",
    "/api/v1/x/../token-safety",
    "/api\\v1\\token-safety",
    "/api/v1/token-safety%5c",
    "/API/V1/TOKEN-SAFETY",
    "/api/v1/token-safety;x=1",
    "/api/v1/token-safety%00",
    "/api/v1/token-safety%",
    "/api/v1/token-safety%c0%af",
    "/_next/data/x/api/v1/token-safety.json",
    "/api/v1/token-safety.json",
    "/api/v1/token-safety/route",
  ];
  it.each(paths)("%s", async (path) => {
    for (const { status, body } of [await raw(path), await raw(`${path}${query}`, "GET"), await raw(`${path}${query}`, "HEAD")]) {
      expect(body).not.toMatch(ANSWER);
      expect([308, 400, 402, 404, 405]).toContain(status);
    }
  });

  it.each<Record<string, string>>([
    { "x-http-method-override": "OPTIONS" },
    { "x-original-url": "/api/health" },
    { "x-rewrite-url": "/api/health" },
    { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
    { "x-middleware-rewrite": "/api/v1/token-safety" },
    { "x-nextjs-data": "1", rsc: "1" },
    { "x-forwarded-host": "evil.example" },
  ])("with %o", async (headers) => {
    const { status, body } = await raw(TOOL, "POST", headers);
    // 307 is how the framework tidies up its own client's header; nothing was answered.
    expect([307, 402]).toContain(status);
    expect(body).not.toMatch(ANSWER);
    expect(body).not.toContain("evil.example");
  });

  it.each(["PUT", "PATCH", "DELETE"])("%s is 405", async (method) => {
    expect((await raw(`${TOOL}${query}`, method)).status).toBe(405);
  });
});

describe("malformed payments", () => {
  it("never give a 5xx, an answer, or move money", async () => {
    const payer = await fundedPayer();
    const signed = await sign(payer);
    const good = { x402Version: 2, accepted: signed.terms, payload: wirePayload(signed) };
    const anything = fc.anything({ withBigInt: false, maxDepth: 2 });
    const bent = fc.oneof(
      fc.record({ ...Object.fromEntries(Object.keys(good).map((k) => [k, anything])) }),
      fc.constantFrom(...Object.keys(good.payload.authorization)).chain((field) =>
        anything.map((value) => ({
          ...good,
          payload: { ...good.payload, authorization: { ...good.payload.authorization, [field]: value } },
        })),
      ),
      anything.map((signature) => ({ ...good, payload: { ...good.payload, signature } })),
    );
    const header = fc.oneof(
      bent.map((value) => encodeHeader(value)),
      fc.base64String(),
      fc.string({ unit: "grapheme-ascii", maxLength: 200 }),
    );
    const name = fc.constantFrom("PAYMENT-SIGNATURE", "X-PAYMENT");
    await fc.assert(
      fc.asyncProperty(name, header, async (n, value) => {
        const { status } = await post({ [n]: value });
        return status === 400 || status === 402;
      }),
      { numRuns: 150 },
    );
    expect(await balanceOf(payer.address)).toBe(25_000_000n);
  }, 120_000);
});
