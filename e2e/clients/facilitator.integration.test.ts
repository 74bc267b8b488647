import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { createPublicClient, type Hex, http, toEventSelector } from "viem";
import { generatePrivateKey, privateKeyToAddress } from "viem/accounts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { decodeHeader } from "@/lib/payments/wire";
import { signPayment, wirePayload } from "@/lib/testing/payer";
import { balanceOf, fundedPayer, market, termsOf } from "../market";
import { v2Fetch } from "./officialFetch.mjs";

const AT_ONCE = 24;
const PRICE = 1_000n;
const payTo = privateKeyToAddress(generatePrivateKey());
const chain = createPublicClient({ transport: http(market.rpcUrl) });
let seller: ChildProcess;
let origin: string;

beforeAll(async () => {
  const program = join(import.meta.dirname, "officialServer.mjs");
  seller = spawn(process.execPath, [program, market.facilitatorUrl ?? "", payTo], { stdio: ["ignore", "pipe", "inherit"] });
  const [where] = await Promise.race([once(seller.stdout as Readable, "data"), once(seller, "exit")]);
  origin = String(where).trim();
});
afterAll(() => seller.kill());

const runs = async () => (await (await fetch(`${origin}/runs`)).json()).runs;

/** How many payments this transaction made. */
async function paymentsIn(hash: Hex): Promise<number> {
  const { logs } = await chain.getTransactionReceipt({ hash });
  return logs.filter((l) => l.topics[0] === toEventSelector("AuthorizationUsed(address,bytes32)")).length;
}

it("settles for @x402/express 2.27, unchanged, and many payments share a transaction", async () => {
  const payers = await Promise.all(Array.from({ length: AT_ONCE }, fundedPayer));
  const responses = await Promise.all(payers.map(({ key }) => v2Fetch(key)(`${origin}/weather`)));
  expect(responses.map((r) => r.status)).toEqual(payers.map(() => 200));
  expect(await responses[0]?.json()).toEqual({ weather: "sunny" });
  const receipts = responses.map((r) => decodeHeader(r.headers.get("PAYMENT-RESPONSE") ?? ""));
  for (const [i, receipt] of receipts.entries()) {
    expect(receipt).toMatchObject({ success: true, network: "eip155:84532", payer: payers[i]?.address });
  }
  const transactions = [...new Set(receipts.map((r) => r?.transaction as Hex))];
  const sizes = await Promise.all(transactions.map(paymentsIn));
  expect(Math.max(...sizes)).toBeGreaterThan(1);
  expect(sizes.reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(AT_ONCE);
  expect(transactions.length).toBeLessThan(AT_ONCE / 2);
  expect(await balanceOf(payTo)).toBe(PRICE * BigInt(AT_ONCE));
  expect(await runs()).toBe(AT_ONCE);
});

it("refuses, through @x402/express, a payment that was made before", async () => {
  const payer = await fundedPayer();
  const first = await fetch(`${origin}/weather`);
  const [terms] = (decodeHeader(first.headers.get("PAYMENT-REQUIRED") ?? "")?.accepts ?? []) as Awaited<ReturnType<typeof termsOf>>[];
  if (!terms) throw new Error(`the official server answered ${first.status} without terms`);
  const signed = await signPayment(payer, terms);
  const payload = { x402Version: 2, accepted: terms, payload: wirePayload(signed) };
  const headers = { "PAYMENT-SIGNATURE": Buffer.from(JSON.stringify(payload)).toString("base64") };
  const before = await runs();
  expect((await fetch(`${origin}/weather`, { headers })).status).toBe(200);
  expect((await fetch(`${origin}/weather`, { headers })).status).toBe(402);
  expect(await runs()).toBe(before + 1);
});

it("settles a raw version 1 body, and answers in the words of version 1", async () => {
  const payer = await fundedPayer();
  const { amount, network: _, ...terms } = { ...(await termsOf()), payTo };
  const signed = await signPayment(payer, { ...terms, amount, network: "eip155:84532" });
  const more = { resource: `${origin}/weather`, description: "", mimeType: "application/json", outputSchema: null };
  const body = JSON.stringify({
    x402Version: 1,
    paymentPayload: { x402Version: 1, scheme: "exact", network: "base-sepolia", payload: wirePayload(signed) },
    paymentRequirements: { ...terms, ...more, network: "base-sepolia", maxAmountRequired: amount },
  });
  const ask = async (verb: string) =>
    (await fetch(`${market.facilitatorUrl}/${verb}`, { method: "POST", headers: { "content-type": "application/json" }, body })).json();
  expect(await ask("verify")).toEqual({ isValid: true, payer: payer.address });
  const receipt = await ask("settle");
  expect(receipt).toEqual({
    success: true,
    transaction: expect.stringMatching(/^0x[0-9a-f]{64}$/),
    network: "base-sepolia",
    payer: payer.address,
  });
  expect(await paymentsIn(receipt.transaction)).toBeGreaterThan(0);
});
