import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { generatePrivateKey } from "viem/accounts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { mcpDoor } from "@/lib/mcp/door";
import { offer } from "@/lib/mcp/offered";
import { createSessions } from "@/lib/mcp/sessions";
import { echoTool } from "@/lib/testing/echoTool";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { callWith, connectMcp } from "@/lib/testing/mcpClient";
import { newPayer } from "@/lib/testing/payer";
import { type WebServer, webServer } from "@/lib/testing/webServer";
import { officialPayment } from "./officialPayment.mjs";

const { tool, runs } = echoTool();
const sessions = createSessions();
let market: TestMarket;
let web: WebServer;
beforeAll(async () => {
  market = await startTestMarket();
  web = await webServer({ "/mcp": mcpDoor({ shelf: (origin) => offer([tool], origin), sessions: () => sessions }) });
});
afterAll(async () => {
  await sessions.stop();
  await web?.close();
  await market?.stop();
});

async function fundedKey() {
  const key = generatePrivateKey();
  const { address } = newPayer(key);
  await market.fund(address);
  return { key, address };
}

// The market's address may name the version; without it the terms of version 1 stand beside those of version 2.
it.each(["/mcp", "/mcp?x402Version=1"])(
  "x402-mcp 0.0.5 finds terms that fit its schema, pays, and gets answer and receipt at %s",
  async (path) => {
    const { key, address } = await fundedKey();
    const before = runs();
    const program = join(import.meta.dirname, "x402McpCall.mjs");
    const { stdout } = await promisify(execFile)(process.execPath, [program, `${web.origin}${path}`, key]);
    const { unpaid, result } = JSON.parse(stdout);
    expect(unpaid.isError).toBe(true);
    expect(result.isError ?? false).toBe(false);
    expect(result.content).toEqual([{ type: "text", text: '{"text":"hi"}' }]);
    const receipt = result._meta["x402.payment-response"];
    expect(receipt).toMatchObject({ success: true, network: "base-sepolia", payer: address, transaction: expect.stringMatching(/^0x/) });
    expect(runs()).toBe(before + 1);
    expect(await market.balanceOf(address)).toBe(24_995_000n);
  },
);

it("the official packages of version 2 read the 402 out of the result, in both places, and pay it with an object", async () => {
  const { key, address } = await fundedKey();
  const { client } = await connectMcp(`${web.origin}/mcp`);
  await client.listTools();
  const unpaid = await callWith(client, "echo", { text: "hi" });
  const fromText = await officialPayment(JSON.parse((unpaid.content[0] as { text: string }).text), key);
  expect(fromText).toMatchObject({ x402Version: 2, accepted: { amount: "5000" } });
  const payment = await officialPayment(unpaid.structuredContent, key);
  const result = await callWith(client, "echo", { text: "hi" }, { "x402/payment": payment });
  expect(result.structuredContent).toEqual({ text: "hi" });
  expect(result._meta?.["x402/payment-response"]).toMatchObject({ success: true, payer: address, network: "eip155:84532" });
  expect(await market.balanceOf(address)).toBe(24_995_000n);
  await client.close();
});
