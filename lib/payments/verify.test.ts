import { describe, expect, it } from "vitest";
import { newPayer, signPayment } from "@/lib/testing/payer";
import { TERMS } from "@/lib/testing/terms";
import type { Authorization, Payment } from "./types";
import { verify } from "./verify";

const payer = newPayer();

async function payment(overrides: Partial<Authorization> = {}, rest: Partial<Payment> = {}): Promise<Payment> {
  const signed = await signPayment(payer, TERMS, overrides);
  return { x402Version: 2, header: "PAYMENT-SIGNATURE", accepted: {}, identifier: null, ...signed, ...rest };
}
const check = async (p: Payment) => verify(p, TERMS, 16, new Date());
const now = () => BigInt(Math.floor(Date.now() / 1000));

describe("verify", () => {
  it("accepts what an official client signs, and every window seen in the wild", async () => {
    for (const window of [{}, { validAfter: 0n }, { validAfter: now() - 86_400n }, { validBefore: now() + 60n }, { validAfter: now() }]) {
      expect(await check(await payment(window))).toEqual({ ok: true, byKey: true });
    }
    expect(await check(await payment({ validBefore: (1n << 256n) - 1n }))).toEqual({ ok: true, byKey: true });
  });

  it("compares the terms that came back without regard to case or missing fields", async () => {
    const accepted = { asset: TERMS.asset.toLowerCase(), payTo: TERMS.payTo.toUpperCase().replace("0X", "0x"), network: "base-sepolia" };
    expect(await check(await payment({}, { accepted }))).toEqual({ ok: true, byKey: true });
  });

  it.each<[string, Partial<Authorization>, Partial<Payment>]>([
    ["invalid_network", {}, { accepted: { network: "eip155:8453" } }],
    ["invalid_payment_requirements", {}, { accepted: { amount: "4999" } }],
    ["invalid_payment_requirements", {}, { accepted: { asset: TERMS.payTo } }],
    ["invalid_payment_requirements", {}, { accepted: { payTo: TERMS.asset } }],
    ["invalid_exact_evm_payload_recipient_mismatch", { to: TERMS.asset }, {}],
    ["invalid_exact_evm_payload_authorization_value_mismatch", { value: 4999n }, {}],
    ["invalid_exact_evm_payload_authorization_value_mismatch", { value: 5001n }, {}],
    ["invalid_exact_evm_payload_authorization_valid_after", { validAfter: now() + 60n }, {}],
    ["invalid_exact_evm_payload_authorization_valid_before", { validBefore: now() - 1n }, {}],
    ["invalid_exact_evm_payload_authorization_valid_before", { validBefore: now() + 10n }, {}],
  ])("refuses with %s", async (reason, overrides, rest) => {
    const p = await payment(overrides, rest);
    expect(await check({ ...p, ...rest })).toEqual({ ok: false, reason });
  });

  it.each<[Partial<Authorization>, Partial<Payment>]>([
    [{ from: TERMS.payTo }, {}],
    [{}, { signature: "0x00" }],
    [{}, { signature: `0x${"00".repeat(64)}1b` }],
    [{}, { signature: `0x${"ff".repeat(64)}1b` }],
  ])("tells that it is not the payer's own key that signed: %#", async (overrides, rest) => {
    expect(await check({ ...(await payment(overrides, rest)), ...rest })).toEqual({ ok: true, byKey: false });
  });

  it("does not take the mirrored signature that USDC would refuse for the key's, and takes v as 0 or 1", async () => {
    const p = await payment();
    const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
    const s = BigInt(`0x${p.signature.slice(66, 130)}`);
    const v = Number.parseInt(p.signature.slice(130), 16);
    const mirrored = `${p.signature.slice(0, 66)}${(order - s).toString(16).padStart(64, "0")}${(55 - v).toString(16)}` as const;
    expect(await check({ ...p, signature: mirrored as `0x${string}` })).toEqual({ ok: true, byKey: false });
    const low = `${p.signature.slice(0, 130)}${(v - 27).toString(16).padStart(2, "0")}` as `0x${string}`;
    expect(await check({ ...p, signature: low })).toEqual({ ok: true, byKey: true });
  });

  it("does not take a signature under another domain for the key's", async () => {
    const signed = await signPayment(payer, { ...TERMS, extra: { name: "USD Coin", version: "2" } });
    expect(await check({ ...(await payment()), ...signed })).toEqual({ ok: true, byKey: false });
  });
});
