import { describe, expect, it } from "vitest";
import { signPayment, v2Header, wirePayload } from "@/lib/testing/payer";
import { balanceOf, fundedPayer, market, termsOf } from "./market";

type Reply = { status: number; body: Record<string, unknown> };

async function ask(verb: "verify" | "settle", body: unknown): Promise<Reply> {
  const response = await fetch(`${market.facilitatorUrl}/${verb}`, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

/** A payment to a server that is not this market. */
async function foreignPayment(value?: bigint) {
  const payer = await fundedPayer();
  const paymentRequirements = { ...(await termsOf()), payTo: "0x00000000000000000000000000000000000f0e16" as const, amount: "1234" };
  const signed = await signPayment(payer, paymentRequirements, value === undefined ? {} : { value });
  const paymentPayload = { x402Version: 2, accepted: paymentRequirements, payload: wirePayload(signed) };
  return { payer, signed, request: { x402Version: 2, paymentPayload, paymentRequirements } };
}

describe("the built-in facilitator", () => {
  it("says what it supports", async () => {
    const supported = await (await fetch(`${market.facilitatorUrl}/supported`)).json();
    expect(supported.kinds).toEqual([
      { x402Version: 2, scheme: "exact", network: "eip155:84532" },
      { x402Version: 1, scheme: "exact", network: "base-sepolia" },
    ]);
  });

  it("verifies without moving money, settles once, and gives a copy the same transaction", async () => {
    const { payer, request } = await foreignPayment();
    expect(await ask("verify", request)).toEqual({ status: 200, body: { isValid: true, payer: payer.address } });
    expect(await balanceOf(payer.address)).toBe(25_000_000n);
    const settled = await ask("settle", request);
    expect(settled.body).toMatchObject({ success: true, payer: payer.address, network: "eip155:84532", amount: "1234" });
    expect((await ask("settle", request)).body.transaction).toBe(settled.body.transaction);
    expect(await balanceOf(payer.address)).toBe(25_000_000n - 1234n);
    expect((await ask("verify", request)).body).toMatchObject({ isValid: false, invalidReason: "invalid_exact_evm_nonce_already_used" });
  });

  it("speaks version 1", async () => {
    const { payer, signed, request } = await foreignPayment();
    const { amount, network: _, ...terms } = request.paymentRequirements;
    const paymentRequirements = { ...terms, network: "base-sepolia", maxAmountRequired: amount };
    const paymentPayload = { x402Version: 1, scheme: "exact", network: "base-sepolia", payload: wirePayload(signed) };
    const settled = await ask("settle", { x402Version: 1, paymentPayload, paymentRequirements });
    expect(settled.body).toMatchObject({ success: true, network: "base-sepolia", payer: payer.address });
  });

  it("refuses what does not fit, with the protocol's codes", async () => {
    const wrong = await foreignPayment(1n);
    const reason = "invalid_exact_evm_payload_authorization_value_mismatch";
    expect((await ask("verify", wrong.request)).body).toMatchObject({ isValid: false, invalidReason: reason });
    expect((await ask("settle", wrong.request)).body).toMatchObject({ success: false, errorReason: reason, transaction: "" });
    const { request } = await foreignPayment();
    const elsewhere = { ...request, paymentRequirements: { ...request.paymentRequirements, network: "eip155:1" } };
    expect((await ask("verify", elsewhere)).body).toMatchObject({ isValid: false, invalidReason: "invalid_network" });
    for (const [body, status] of [
      ["{", 400],
      [{}, 400],
      [{ paymentPayload: v2Header, paymentRequirements: [] }, 400],
      ["x".repeat(70_000), 413],
    ] as const) {
      expect((await ask("verify", body)).status).toBe(status);
    }
  });
});
