import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newPayer, signPayment, v1Header, v2Header, wirePayload } from "@/lib/testing/payer";
import { TERMS } from "@/lib/testing/terms";
import { decode } from "./decode";
import { encodeHeader } from "./wire";

const signed = await signPayment(newPayer(), TERMS);
const read = (headers: Record<string, string>) => decode(new Headers(headers));

describe("decode", () => {
  it("reads both versions, by the payload and not by the header's name", () => {
    expect(read({})).toEqual({ kind: "none" });
    expect(read({ "x-payment": v1Header(signed, TERMS) })).toMatchObject({ kind: "payment", payment: { x402Version: 1 } });
    expect(read({ "payment-signature": v2Header(signed, TERMS) })).toMatchObject({ kind: "payment", payment: { x402Version: 2 } });
    expect(read({ "x-payment": v2Header(signed, TERMS) })).toMatchObject({
      kind: "payment",
      payment: { x402Version: 2, header: "X-PAYMENT" },
    });
  });

  it("tolerates what clients in the wild send", () => {
    const payload = wirePayload(signed);
    const bodies: Record<string, unknown>[] = [
      { x402Version: 2, payload },
      { payload, x402Version: 2, scheme: "exact", network: "eip155:84532" },
      { x402Version: 2, accepted: { network: "eip155:84532", scheme: "exact" }, payload, extensions: { a: 1 }, unknown: [] },
      { x402Version: 2, payload: { ...payload, authorization: { ...payload.authorization, value: 5000, validAfter: 0 } } },
      { accepted: TERMS, payload },
    ];
    for (const body of bodies)
      expect(read({ "payment-signature": encodeHeader(body) }), JSON.stringify(body)).toMatchObject({ kind: "payment" });
    const padless = v2Header(signed, TERMS).replace(/=+$/, "");
    expect(read({ "payment-signature": padless })).toMatchObject({ kind: "payment" });
    expect(read({ "payment-signature": v2Header(signed, TERMS), "x-payment": v1Header(signed, TERMS) })).toMatchObject({
      kind: "payment",
      payment: { x402Version: 2 },
    });
  });

  it("refuses two different payments in one request", async () => {
    const other = await signPayment(newPayer(), TERMS);
    const found = read({ "payment-signature": v2Header(signed, TERMS), "x-payment": v1Header(other, TERMS) });
    expect(found).toMatchObject({ kind: "malformed", message: expect.stringContaining("two different payments") });
  });

  it("tells an unknown version or scheme from an unreadable header", () => {
    expect(read({ "x-payment": v1Header(signed, TERMS, { x402Version: 3 }) })).toEqual({ kind: "refused", reason: "invalid_x402_version" });
    expect(read({ "x-payment": v1Header(signed, TERMS, { scheme: "upto" }) })).toEqual({ kind: "refused", reason: "unsupported_scheme" });
    expect(read({ "x-payment": "not base64!" })).toMatchObject({ kind: "malformed" });
    expect(read({ "x-payment": encodeHeader({ x402Version: 1, payload: { authorization: {} } }) })).toEqual({
      kind: "malformed",
      message: "payload.authorization.from is missing or malformed.",
    });
  });

  it("never throws, whatever stands in the header", () => {
    const json = fc.json().map((text) => Buffer.from(text).toString("base64"));
    const bent = fc
      .record({
        path: fc.constantFrom("from", "to", "value", "validAfter", "validBefore", "nonce"),
        value: fc.anything({ withBigInt: false }),
      })
      .map(({ path, value }) => {
        const payload = wirePayload(signed);
        return encodeHeader({ x402Version: 2, payload: { ...payload, authorization: { ...payload.authorization, [path]: value } } });
      });
    const text = fc.string().map((s) => s.replace(/[^\x20-\x7e]/g, ""));
    fc.assert(
      fc.property(fc.oneof(json, bent, text), (header) => {
        const found = read({ "payment-signature": header });
        return ["none", "payment", "malformed", "refused"].includes(found.kind);
      }),
      { numRuns: 500 },
    );
  });
});
