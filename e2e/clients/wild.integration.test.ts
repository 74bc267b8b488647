import { describe, expect, it } from "vitest";
import { decodeHeader, encodeHeader } from "@/lib/payments/wire";
import { signPayment, v1Header, v2Header, wirePayload } from "@/lib/testing/payer";
import { fundedPayer, market, post, sign, TOOL, termsOf } from "../market";

const url = `${market.url}${TOOL}`;
const now = () => BigInt(Math.floor(Date.now() / 1000));

describe("the 402 that clients in the wild need", () => {
  it("has every version 1 field on every entry, exact first, plain network name, absolute resource", async () => {
    const body = await (await post({})).json();
    expect(body.x402Version).toBe(1);
    expect(body.accepts).toEqual([
      {
        scheme: "exact",
        network: "base-sepolia",
        maxAmountRequired: "5000",
        amount: "5000",
        asset: market.asset,
        payTo: expect.stringMatching(/^0x[0-9a-fA-F]{40}$/),
        resource: url,
        description: expect.any(String),
        mimeType: "application/json",
        outputSchema: {
          input: expect.objectContaining({ type: "http", method: "POST" }),
          output: expect.objectContaining({ type: "object" }),
        },
        maxTimeoutSeconds: expect.any(Number),
        extra: { name: "USDC", version: "2" },
      },
    ]);
  });

  it("has the version 2 header in standard base64, small enough for every proxy", async () => {
    const header = (await post({})).headers.get("PAYMENT-REQUIRED") ?? "";
    expect(header).toMatch(/^[A-Za-z0-9+/]+={0,2}$/);
    expect(header.length).toBeLessThan(7_000);
    expect(decodeHeader(header)).toMatchObject({
      x402Version: 2,
      resource: { url, description: expect.any(String), mimeType: "application/json" },
      accepts: [{ scheme: "exact", network: "eip155:84532", amount: "5000", extra: { name: "USDC", version: "2" } }],
      extensions: { bazaar: { info: { input: { type: "http", method: "POST" } }, schema: { type: "object" } } },
    });
  });

  it("lets browsers read and send the payment headers", async () => {
    const asked = "content-type,x-payment,payment-signature,access-control-expose-headers";
    const preflight = await fetch(url, {
      method: "OPTIONS",
      headers: { origin: "https://agent.example", "access-control-request-method": "POST", "access-control-request-headers": asked },
    });
    expect(preflight.status).toBe(204);
    const allowed = preflight.headers.get("access-control-allow-headers")?.toLowerCase() ?? "";
    for (const name of asked.split(",")) expect(allowed).toContain(name);
    const exposed = (await post({})).headers.get("access-control-expose-headers") ?? "";
    for (const name of ["PAYMENT-REQUIRED", "PAYMENT-RESPONSE", "X-PAYMENT-RESPONSE"]) expect(exposed).toContain(name);
  });
});

describe("payments as clients in the wild write them", () => {
  const paysWith = async (build: (s: Awaited<ReturnType<typeof sign>>) => Record<string, string>, overrides = {}) => {
    const signed = await sign(await fundedPayer(), overrides);
    const response = await post(build(signed));
    expect(response.status, await response.clone().text()).toBe(200);
    return response;
  };

  it("version 2 in X-PAYMENT", async () => {
    const response = await paysWith((s) => ({ "X-PAYMENT": s.v2 }));
    expect(decodeHeader(response.headers.get("X-PAYMENT-RESPONSE") ?? "")).toMatchObject({ success: true });
  });
  it("accepted and resource missing", async () => {
    await paysWith((s) => ({ "PAYMENT-SIGNATURE": v2Header(s, s.terms, { accepted: undefined }) }));
  });
  it("accepted rebuilt without the other extra fields, in other case and key order", async () => {
    const accepted = (t: Awaited<ReturnType<typeof termsOf>>) => ({
      payTo: t.payTo.toLowerCase(),
      amount: t.amount,
      asset: t.asset.toLowerCase(),
      network: t.network,
      scheme: t.scheme,
    });
    await paysWith((s) => ({ "PAYMENT-SIGNATURE": v2Header(s, s.terms, { accepted: accepted(s.terms) }) }));
  });
  it("scheme and network at the top level too, unknown fields and extensions", async () => {
    const extra = { scheme: "exact", network: "eip155:84532", extensions: { unheard: { of: 1 } }, nonsense: [1] };
    await paysWith((s) => ({ "PAYMENT-SIGNATURE": v2Header(s, s.terms, extra) }));
  });
  it("addresses in upper, lower and wrongly mixed case", async () => {
    for (const bend of [(a: string) => a.toLowerCase(), (a: string) => `0x${a.slice(2).toUpperCase()}`, (a: string) => swapCase(a)]) {
      await paysWith((s) => {
        const { signature, authorization } = wirePayload(s);
        const bent = { ...authorization, from: bend(s.authorization.from), to: bend(s.authorization.to) };
        return { "PAYMENT-SIGNATURE": v2Header(s, s.terms, { payload: { signature, authorization: bent } }) };
      });
    }
  });
  it("the payload before the version", async () => {
    await paysWith((s) => ({ "PAYMENT-SIGNATURE": encodeHeader({ payload: wirePayload(s), accepted: s.terms, x402Version: 2 }) }));
  });
  it("both headers at once with one payload", async () => {
    await paysWith((s) => ({ "PAYMENT-SIGNATURE": s.v2, "X-PAYMENT": v1Header(s, s.terms) }));
  });
  it("base64 without padding", async () => {
    await paysWith((s) => ({ "PAYMENT-SIGNATURE": s.v2.replace(/=+$/, "") }));
  });
  it.each<[string, Record<string, bigint>]>([
    ["validAfter 0", { validAfter: 0n }],
    ["validAfter a minute ago", { validAfter: now() - 60n }],
    ["validAfter a day ago", { validAfter: now() - 86_400n }],
    ["validBefore in 60 s", { validBefore: now() + 90n }],
  ])("window: %s", async (_, overrides) => {
    await paysWith((s) => ({ "PAYMENT-SIGNATURE": s.v2 }), overrides);
  });

  it("the same payment again gets the stored answer, and up to three fresh signatures after a 402 cost once", async () => {
    const payer = await fundedPayer();
    const { v2 } = await sign(payer);
    const first = await post({ "PAYMENT-SIGNATURE": v2 });
    const text = await first.text();
    const again = await post({ "PAYMENT-SIGNATURE": v2 });
    expect([again.status, await again.text()]).toEqual([200, text]);
    const other = await post({ "PAYMENT-SIGNATURE": v2 }, { token: market.asset });
    expect(other.status).toBe(402);
    expect(decodeHeader(other.headers.get("PAYMENT-REQUIRED") ?? "")).toMatchObject({ error: "invalid_exact_evm_nonce_already_used" });
    const terms = await termsOf();
    const fresh = await signPayment(payer, terms);
    expect((await post({ "PAYMENT-SIGNATURE": v2Header(fresh, terms) }, { token: market.asset })).status).toBe(200);
  });
});

function swapCase(address: string): string {
  return `0x${[...address.slice(2)].map((c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())).join("")}`;
}
