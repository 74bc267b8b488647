import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { rpc } from "@/lib/devnet/rpc";
import { paid } from "@/lib/payments/paid";
import { echoTool } from "@/lib/testing/echoTool";
import { type FaultProxy, faultProxy } from "@/lib/testing/faultProxy";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { callWith } from "@/lib/testing/mcpClient";
import { TERMS } from "@/lib/testing/terms";
import { type WebServer, webServer } from "@/lib/testing/webServer";
import { mcpDoor } from "../door";
import { offer } from "../offered";
import { createSessions } from "../sessions";
import { createBridge } from "./bridge";
import { readOptions } from "./options";

const { tool, runs } = echoTool(async (text) => {
  if (text.startsWith("slowly")) await new Promise((resolve) => setTimeout(resolve, 700));
  return { text };
}, 5_000);
const { tool: other } = echoTool();
const shelf = (origin: string) =>
  offer([tool, { ...other, definition: { ...other.definition, code: "Z2" as "A1", slug: "other" } }], origin);
const sessions = createSessions();

let market: TestMarket;
let web: WebServer;
let line: FaultProxy;
beforeAll(async () => {
  market = await startTestMarket({ SETTLE_WAIT_SECONDS: "2" });
  web = await webServer({ "/mcp": mcpDoor({ shelf, sessions: () => sessions }), "/api/v1/echo": paid(tool) });
  line = await faultProxy(Number(new URL(web.origin).port));
});
afterAll(async () => {
  await sessions.stop();
  await line?.close();
  await web?.close();
  await market?.stop();
});

let stateDir: string;
const open: (() => Promise<void>)[] = [];
beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), "coinslot-bridge-"));
});
afterEach(async () => {
  for (const close of open.splice(0)) await close();
  rmSync(stateDir, { recursive: true, force: true });
});

async function fundedKey() {
  const key = generatePrivateKey();
  const { address } = privateKeyToAccount(key);
  await market.fund(address);
  return { key, address };
}

type Agent = { client: Client; lines: string[]; close: () => Promise<void> };

/** An agent on a bridge in this process. */
async function agent(key: string, flags: string[] = [], url = `${web.origin}/mcp`): Promise<Agent> {
  const lines: string[] = [];
  const options = readOptions({ args: ["--url", url, "--state", stateDir, ...flags], key, market: null });
  const { server, close: end } = createBridge(options, (text) => lines.push(text));
  const [here, there] = InMemoryTransport.createLinkedPair();
  await server.connect(here);
  const client = new Client({ name: "agent", version: "1" });
  await client.connect(there);
  const close = async () => {
    await client.close();
    await end();
  };
  open.push(close);
  return { client, lines, close };
}

const say = ({ client }: Agent, text: string, name = "echo") => callWith(client, name, { text });
const spent = async ({ client }: Agent) => (await callWith(client, "spending", {})).structuredContent;
const FULL = 25_000_000n;

describe("a bridge", () => {
  it("lists the market's tools and pays for one by itself", async () => {
    const { key, address } = await fundedKey();
    const a = await agent(key);
    const { tools } = await a.client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(["search_tools", "quote", "payment_status", "call_tool", "spending", "echo", "other"]);
    const echo = tools.find(({ name }) => name === "echo");
    expect(echo?.description).toMatch(/\$0\.005 a call.*This bridge pays it by itself/);
    // What costs money is no reading, be it by another name.
    for (const name of ["echo", "call_tool"]) {
      expect(tools.find((t) => t.name === name)?.annotations).toMatchObject({ readOnlyHint: false, destructiveHint: false });
    }
    const result = await say(a, "hi");
    expect(result).toMatchObject({
      structuredContent: { text: "hi" },
      _meta: { "x402/payment-response": { success: true, payer: address } },
    });
    expect(await spent(a)).toMatchObject({
      payer: address,
      spent: "$0.005",
      left: "$0.995",
      set_aside: "$0",
      paid_calls: 1,
      newest: [{ tool: "echo", amount: "$0.005" }],
    });
    expect(a.lines).toEqual([expect.stringMatching(/^paid \$0\.005 for echo: pay_\w+, transaction 0x\w+; \$0\.005 of \$1 today$/)]);
    expect(await market.balanceOf(address)).toBe(FULL - 5_000n);
    const { resources } = await a.client.listResources();
    expect(resources.length).toBeGreaterThan(3);
    expect((await a.client.readResource({ uri: "coinslot://docs/errors" })).contents).toHaveLength(1);
  });

  it("pays for what no list shows through call_tool, and hands on faults without paying", async () => {
    const { key, address } = await fundedKey();
    const a = await agent(key);
    const called = await callWith(a.client, "call_tool", { tool: "echo", input: { text: "far" } });
    expect(called.structuredContent).toEqual({ text: "far" });
    expect((await callWith(a.client, "echo", { text: 5 })).structuredContent).toMatchObject({ error: "invalid_input" });
    expect((await callWith(a.client, "no_such", {})).structuredContent).toMatchObject({ error: "tool_not_allowed" });
    expect((await callWith(a.client, "quote", { tool: "echo", input: { text: "x" } })).structuredContent).toMatchObject({ amount: "5000" });
    expect(await market.balanceOf(address)).toBe(FULL - 5_000n);
  });

  it("signs nothing over a call's limit, for a tool that is not allowed, or without a key", async () => {
    const { key, address } = await fundedKey();
    const before = runs();
    const poor = await agent(key, ["--max-per-call", "0.004"]);
    expect((await say(poor, "hi")).structuredContent).toMatchObject({
      error: "over_call_limit",
      charged: false,
      hint: expect.stringContaining("--max-per-call 0.005"),
    });
    const strict = await agent(key, ["--tools", "other"]);
    expect((await strict.client.listTools()).tools.map(({ name }) => name)).not.toContain("echo");
    expect((await say(strict, "hi")).structuredContent).toMatchObject({
      error: "tool_not_allowed",
      hint: expect.stringContaining("--tools echo"),
    });
    const around = await callWith(strict.client, "call_tool", { tool: "echo", input: { text: "hi" } });
    expect(around.structuredContent).toMatchObject({ error: "tool_not_allowed" });
    const none = await agent("");
    expect((await say(none, "hi")).structuredContent).toMatchObject({ error: "no_key", charged: false });
    expect((await callWith(none.client, "search_tools", {})).structuredContent).toMatchObject({ matches: 2 });
    expect(await spent(strict)).toMatchObject({ spent: "$0", set_aside: "$0" });
    expect([runs(), await market.balanceOf(address)]).toEqual([before, FULL]);
  });

  it("stops at the day's limit, two bridges together, and after a restart too", async () => {
    const { key, address } = await fundedKey();
    const flags = ["--max-per-day", "0.01"];
    const [one, two] = [await agent(key, flags), await agent(key, flags)];
    const results = await Promise.all(["a", "b", "c", "d", "e", "f"].map((text, i) => say(i % 2 ? one : two, text)));
    const said = results.map(({ structuredContent: s }) => s?.error ?? "paid").sort();
    expect(said).toEqual([...Array(4).fill("over_day_limit"), "paid", "paid"]);
    expect(await market.balanceOf(address)).toBe(FULL - 10_000n);
    await one.close();
    await two.close();
    const later = await agent(key, flags);
    const over = (await say(later, "g")).structuredContent;
    expect(over).toMatchObject({ error: "over_day_limit", message: expect.stringContaining("$0.01 are spent of $0.01"), charged: false });
    expect(await spent(later)).toMatchObject({ spent: "$0.01", left: "$0" });
    const more = await agent(key, ["--max-per-day", "0.015"]);
    expect((await say(more, "h")).structuredContent).toEqual({ text: "h" });
  });

  it("pays once for the same call twice at the same time", async () => {
    const { key, address } = await fundedKey();
    const a = await agent(key);
    const before = runs();
    const both = await Promise.all([say(a, "slowly twice"), say(a, "slowly twice")]);
    expect(both.map((r) => r.structuredContent)).toEqual([{ text: "slowly twice" }, { text: "slowly twice" }]);
    expect([runs() - before, FULL - (await market.balanceOf(address))]).toEqual([1, 5_000n]);
  });

  it("an answer that its agent did not wait for is given to the next who asks, and not paid again", async () => {
    const { key, address } = await fundedKey();
    const a = await agent(key);
    const before = runs();
    const gaveUp = new AbortController();
    const call = a.client.callTool({ name: "echo", arguments: { text: "slowly left" } }, undefined, { signal: gaveUp.signal });
    const left = expect(call).rejects.toThrow();
    await vi.waitFor(() => expect(runs()).toBe(before + 1), { timeout: 5_000 });
    gaveUp.abort();
    await left;
    await vi.waitFor(() => expect(a.lines).toHaveLength(1), { timeout: 10_000 });
    expect((await say(a, "slowly left")).structuredContent).toEqual({ text: "slowly left" });
    expect([runs() - before, FULL - (await market.balanceOf(address))]).toEqual([1, 5_000n]);
  });

  it("a line that breaks after the payment went out costs once, and the answer comes", async () => {
    const { key, address } = await fundedKey();
    const a = await agent(key, [], `http://127.0.0.1:${line.port}/mcp`);
    const before = runs();
    const call = say(a, "slowly cut");
    await vi.waitFor(() => expect(runs()).toBe(before + 1), { timeout: 5_000 });
    line.cut();
    setTimeout(() => line.restore(), 500);
    expect((await call).structuredContent).toEqual({ text: "slowly cut" });
    expect([runs() - before, FULL - (await market.balanceOf(address))]).toEqual([1, 5_000n]);
    expect(await spent(a)).toMatchObject({ spent: "$0.005", set_aside: "$0" });
  });

  it("a market that has not settled yet is asked, and not paid again", async () => {
    const { key, address } = await fundedKey();
    const a = await agent(key);
    const before = runs();
    await rpc(market.rpcUrl, "evm_setAutomine", [false]);
    await rpc(market.rpcUrl, "evm_setIntervalMining", [0]);
    const call = say(a, "late");
    await vi.waitFor(() => expect(runs()).toBe(before + 1), { timeout: 5_000 });
    await vi.waitFor(async () => expect(await spent(a)).toMatchObject({ spent: "$0", set_aside: "$0.005" }), { timeout: 5_000 });
    // The market's own wait is 2 s: by now it has said 202.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await rpc(market.rpcUrl, "evm_setAutomine", [true]);
    await rpc(market.rpcUrl, "evm_setIntervalMining", [1]);
    const result = await call;
    expect(result.structuredContent).toEqual({ text: "late" });
    expect([runs() - before, FULL - (await market.balanceOf(address))]).toEqual([1, 5_000n]);
    expect(await spent(a)).toMatchObject({ spent: "$0.005", set_aside: "$0" });
  });

  it("an empty wallet is told; what was signed stays set aside, since somebody could still use it", async () => {
    const a = await agent(generatePrivateKey());
    const result = await say(a, "hi");
    expect(result.structuredContent).toMatchObject({
      error: "not_charged",
      message: expect.stringContaining("insufficient_funds"),
      charged: false,
    });
    expect(await spent(a)).toMatchObject({ spent: "$0", set_aside: "$0.005" });
  });

  it("a payee who is new for a known tool is refused until its owner accepts", async () => {
    const { key, address } = await fundedKey();
    const file = join(stateDir, `spending-84532-${address.toLowerCase()}.json`);
    const payees = { [`${web.origin} echo`]: `0x${"1".repeat(40)}` };
    writeFileSync(file, JSON.stringify({ version: 1, days: {}, pending: [], last: [], payees }));
    const a = await agent(key);
    expect((await say(a, "hi")).structuredContent).toMatchObject({
      error: "terms_refused",
      hint: expect.stringContaining(`--accept-payee ${TERMS.payTo}`),
    });
    expect(await market.balanceOf(address)).toBe(FULL);
    const accepting = await agent(key, ["--accept-payee", TERMS.payTo]);
    expect((await say(accepting, "hi")).structuredContent).toEqual({ text: "hi" });
    expect((await say(a, "again")).structuredContent).toEqual({ text: "again" });
  });

  it("a book that can't be read stops every payment", async () => {
    const { key, address } = await fundedKey();
    writeFileSync(join(stateDir, `spending-84532-${address.toLowerCase()}.json`), "{");
    const a = await agent(key);
    expect((await say(a, "hi")).structuredContent).toMatchObject({ error: "book_unusable", charged: false });
    expect(await market.balanceOf(address)).toBe(FULL);
  });
});

describe("npm run mcp", () => {
  /** The real thing, as an agent starts it. */
  async function start(key: string | null, flags: string[] = [], env: Record<string, string> = {}) {
    const program = ["--conditions=react-server", "--import", "tsx", "scripts/mcp.ts", "--url", `${web.origin}/mcp`, "--state", stateDir];
    const { PATH = "", HOME = "" } = process.env;
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [...program, ...flags],
      env: { PATH, HOME, ...(key ? { COINSLOT_PRIVATE_KEY: key } : {}), ...env },
      stderr: "pipe",
    });
    let stderr = "";
    transport.stderr?.on("data", (chunk) => {
      stderr += chunk;
    });
    const client = new Client({ name: "agent", version: "1" });
    const faults: Error[] = [];
    client.onerror = (error) => faults.push(error);
    await client.connect(transport);
    open.push(() => client.close());
    return { client, transport, faults, stderr: () => stderr, lines: [], close: () => client.close() };
  }

  it("speaks the protocol alone on stdout, says on stderr what it spent, and never its key", async () => {
    const { key, address } = await fundedKey();
    const a = await start(key, ["--max-per-day", "0.005"]);
    expect((await say(a, "hi")).structuredContent).toEqual({ text: "hi" });
    expect((await say(a, "more")).structuredContent).toMatchObject({ error: "over_day_limit" });
    expect(a.faults).toEqual([]);
    expect(a.stderr()).toMatch(/coinslot: paid \$0\.005 for echo/);
    expect(a.stderr()).toContain(address);
    const written = readFileSync(join(stateDir, `spending-84532-${address.toLowerCase()}.json`), "utf8");
    for (const text of [a.stderr(), written]) expect(text).not.toContain(key.slice(2));
    const { pid } = a.transport;
    await a.close();
    await vi.waitFor(() => expect(() => process.kill(pid ?? 0, 0)).toThrow(), { timeout: 15_000 });
    const again = await start(key, ["--max-per-day", "0.005"]);
    expect((await say(again, "hi")).structuredContent).toMatchObject({ error: "over_day_limit" });
    expect(await market.balanceOf(address)).toBe(FULL - 5_000n);
  });

  it("killed in the middle of a call, it finds the answer when it is started again, and pays once", async () => {
    const { key, address } = await fundedKey();
    const before = runs();
    const a = await start(key);
    void say(a, "slowly killed").catch(() => undefined);
    await vi.waitFor(() => expect(runs()).toBe(before + 1), { timeout: 10_000 });
    process.kill(a.transport.pid ?? 0, "SIGKILL");
    const again = await start(key);
    expect((await say(again, "slowly killed")).structuredContent).toEqual({ text: "slowly killed" });
    expect([runs() - before, FULL - (await market.balanceOf(address))]).toEqual([1, 5_000n]);
    expect(await spent(again)).toMatchObject({ spent: "$0.005", set_aside: "$0", paid_calls: 1 });
  });

  it("takes the test wallet of the market on this machine where it is given no key", async () => {
    const { key, address } = await fundedKey();
    const file = join(stateDir, "market.json");
    writeFileSync(file, JSON.stringify({ url: web.origin, wallets: { buyer: { address, privateKey: key } } }));
    const a = await start(null, [], { COINSLOT_MARKET: file });
    expect(await spent(a)).toMatchObject({ payer: address, spent: "$0" });
  });
});
