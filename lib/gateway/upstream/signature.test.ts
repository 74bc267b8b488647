import { createHash, createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type SignedCall, sign, verify } from "./signature";

const AT = 1_800_000_000;
const call = {
  timestamp: String(AT),
  method: "POST",
  target: "/v2/convert?round=1",
  body: Buffer.from('{"value":1}'),
  payer: "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC",
  payment: "pay_0W3k",
};
const now = () => AT * 1_000 + 400;

describe("the signature that an upstream gets", () => {
  it("is the HMAC of what the documentation says", () => {
    const digest = createHash("sha256").update(call.body).digest("hex");
    const text = `${call.timestamp}.POST./v2/convert?round=1.${digest}.${call.payer}.${call.payment}`;
    expect(sign("key", call)).toBe(`v1=${createHmac("sha256", "key").update(text).digest("hex")}`);
  });

  it("holds for this very call, for five minutes", () => {
    const signature = sign("key", call);
    expect(verify("key", signature, call, { now })).toBe(true);
    expect(verify("key", signature, call, { now: () => (AT + 301) * 1_000 })).toBe(false);
    expect(verify("key", signature, call, { now: () => (AT - 301) * 1_000 })).toBe(false);
    expect(verify("key", signature, call, { now: () => (AT + 301) * 1_000, toleranceSeconds: 400 })).toBe(true);
  });

  it.each<[string, Partial<SignedCall>]>([
    ["another time", { timestamp: String(AT + 1) }],
    ["another method", { method: "PUT" }],
    ["another address", { target: "/v2/convert?round=2" }],
    ["another body", { body: Buffer.from("{}") }],
    ["no body", { body: null }],
    ["another payer", { payer: "0x0" }],
    ["another payment", { payment: "pay_2" }],
    ["no time at all", { timestamp: "now" }],
  ])("does not hold for %s", (_, other) => {
    expect(verify("key", sign("key", call), { ...call, ...other }, { now })).toBe(false);
  });

  it("does not hold with another key, nor cut short", () => {
    const signature = sign("key", call);
    expect(verify("other", signature, call, { now })).toBe(false);
    expect(verify("key", signature.slice(0, -1), call, { now })).toBe(false);
    expect(verify("key", "", call, { now })).toBe(false);
  });
});
