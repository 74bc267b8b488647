import type { Hex } from "viem";
import { describe, expect, it } from "vitest";
import { decodeHeader } from "@/lib/payments/wire";
import { balanceOf, fundedPayer, INPUT, market, TOOL } from "../market";
import { v1Fetch, v2Fetch } from "./officialFetch.mjs";

const clients: [string, (key: Hex) => Promise<typeof fetch>, string, string][] = [
  ["x402-fetch 1.2", v1Fetch, "X-PAYMENT-RESPONSE", "base-sepolia"],
  ["@x402/fetch 2.27", async (key) => v2Fetch(key), "PAYMENT-RESPONSE", "eip155:84532"],
];

describe.each(clients)("%s", (_, make, receiptHeader, network) => {
  it.each(["GET", "POST"])("pays by %s, unchanged, and ledger and chain agree to the atomic unit", async (method) => {
    const payer = await fundedPayer();
    const before = await balanceOf(payer.address);
    const pay = await make(payer.key);
    const url = `${market.url}${TOOL}`;
    const response =
      method === "GET"
        ? await pay(`${url}?token=${INPUT.token}`)
        : await pay(url, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(INPUT) });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ token: expect.stringMatching(/^0x/), verdict: expect.any(String) });
    const receipt = decodeHeader(response.headers.get(receiptHeader) ?? "");
    expect(receipt).toMatchObject({ success: true, payer: payer.address, network });
    const row = await (await fetch(`${market.url}/api/payments/${response.headers.get("X-Payment-Id")}`)).json();
    expect(row).toMatchObject({ state: "settled", transaction: receipt?.transaction, payer: payer.address.toLowerCase() });
    expect(before - (await balanceOf(payer.address))).toBe(BigInt(row.amount));
  });
});
