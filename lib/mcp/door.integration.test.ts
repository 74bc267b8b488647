import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import type { CallToolResult, Tool as McpTool } from "@modelcontextprotocol/sdk/types.js";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { mcpName } from "@/lib/discovery/mcpName";
import { fakeTools } from "@/lib/testing/fakeTools";
import { insertPayment, startTestLedger, type TestLedger } from "@/lib/testing/ledger";
import { callWith, connectMcp } from "@/lib/testing/mcpClient";
import { type WebServer, webServer } from "@/lib/testing/webServer";
import { catalog } from "@/lib/tools/catalog";
import { mcpDoor } from "./door";
import { marketShelf, offer, type Shelf } from "./offered";
import { createSessions, type Sessions } from "./sessions";

/** JSON Schema 2020-12 by the checker that the SDK brings; it checks schemas themselves too. */
const ofTheSdk = createRequire(createRequire(import.meta.url).resolve("@modelcontextprotocol/sdk/server/index.js"));
const { default: Ajv2020 } = ofTheSdk("ajv/dist/2020") as {
  default: new (o: object) => { validateSchema: (s: object) => boolean; compile: (s: object) => unknown; errorsText: () => string };
};

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startTestLedger();
});
afterAll(() => ledger?.stop());

const open: { web: WebServer; sessions: Sessions }[] = [];
afterEach(async () => {
  for (const { web, sessions } of open.splice(0)) {
    await sessions.stop();
    await web.close();
  }
});

async function door(shelf: Shelf, limits?: Parameters<typeof createSessions>[0]) {
  const sessions = createSessions(limits);
  const web = await webServer({ "/mcp": mcpDoor({ shelf, sessions: () => sessions }) });
  open.push({ web, sessions });
  return { url: `${web.origin}/mcp`, sessions };
}

const thousand = fakeTools(1_000, { 7: { unavailable: () => "Its oven is cold." } });
const many: Shelf = (origin) => offer(thousand, origin);

/** A plain client: no session, no SDK, JSON only. */
async function rpc(url: string, method: string, params: Record<string, unknown> = {}, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", ...headers },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

async function everyTool(url: string): Promise<{ pages: McpTool[][] }> {
  const { client } = await connectMcp(url);
  const pages: McpTool[][] = [];
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const page = await client.listTools(cursor ? { cursor } : {});
    pages.push(page.tools);
    cursor = page.nextCursor;
  }
  await client.close();
  return { pages };
}

const toolsOf = (result: CallToolResult) => (result.structuredContent as { tools: { name: string; price: string }[] }).tools;

describe("a thousand tools", () => {
  it("are told in pages, each once, the free ones first", async () => {
    const { url } = await door(many);
    const { pages } = await everyTool(url);
    expect(pages.map((page) => page.length)).toEqual([54, ...Array(19).fill(50)]);
    const names = pages.flat().map(({ name }) => name);
    expect(names.slice(0, 4)).toEqual(["search_tools", "quote", "payment_status", "call_tool"]);
    expect(new Set(names).size).toBe(1_004);
    expect(Buffer.byteLength(JSON.stringify(pages[1]))).toBeLessThan(80_000);
  });

  it("are found by words, category and price, and called though no list showed them", async () => {
    const { url } = await door(many);
    const { client } = await connectMcp(url);
    const search = (args: Record<string, unknown>) => callWith(client, "search_tools", args);
    await client.listTools();
    expect(toolsOf(await search({ query: "number 999" }))[0]).toMatchObject({
      name: "fake-0999",
      price: "$0.05",
      input_schema: { type: "object" },
    });
    expect(toolsOf(await search({ query: "c1002" }))[0]?.name).toBe("fake-0002");
    const cheap = await search({ category: "Web", max_price: "0.003", limit: 25 });
    expect(cheap.structuredContent).toMatchObject({ matches: 20 });
    for (const { price } of toolsOf(cheap)) expect(price).toBe("$0.003");
    expect(toolsOf(await search({ max_price: 0.001, limit: 3 }))).toHaveLength(3);
    expect((await search({ query: "nothing of the kind zzz" })).structuredContent).toEqual({ tools: [], matches: 0 });
    expect((await search({ limit: 26 })).structuredContent).toMatchObject({ error: "invalid_input" });
    const called = await callWith(client, "call_tool", { tool: "fake-0999", input: { n: 1 } });
    expect(called.structuredContent).toMatchObject({ error: "payment_required", accepts: [{ amount: "50000" }] });
    await client.close();
  });

  it("one that is not available says so everywhere and asks for no money", async () => {
    const { url } = await door(many);
    const { client } = await connectMcp(url);
    const { tools } = await client.listTools();
    expect(tools.find(({ name }) => name === "fake-0007")?.description).toContain("Not available now: Its oven is cold.");
    expect(toolsOf(await callWith(client, "search_tools", { query: "fake-0007" }))[0]).toMatchObject({
      unavailable_because: "Its oven is cold.",
    });
    const refused = await callWith(client, "fake-0007", { n: 1 });
    expect(refused.structuredContent).toMatchObject({ error: "tool_unavailable", message: "Its oven is cold.", charged: false });
    expect(refused.structuredContent).not.toHaveProperty("accepts");
    await client.close();
  });
});

describe("the market's own tools", () => {
  it("have names, schemas, hints and prices that clients and inspectors accept", async () => {
    const ajv = new Ajv2020({ strict: false });
    const { url } = await door(marketShelf);
    const { pages } = await everyTool(url);
    const tools = pages.flat();
    expect(tools).toHaveLength(catalog.length + 4);
    for (const { name, title, description, inputSchema, outputSchema, annotations, _meta } of tools) {
      expect(name).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
      expect([title, description].every(Boolean), name).toBe(true);
      for (const schema of [inputSchema, outputSchema].filter((s) => s !== undefined)) {
        expect(schema.type, name).toBe("object");
        expect(ajv.validateSchema(schema), `${name}: ${ajv.errorsText()}`).toBe(true);
        expect(() => ajv.compile(schema), name).not.toThrow();
      }
      expect(annotations, name).toMatchObject({ readOnlyHint: true, idempotentHint: true, openWorldHint: expect.any(Boolean) });
      const definition = catalog.find(({ slug }) => mcpName(slug) === name);
      if (!definition) {
        expect(["search_tools", "quote", "payment_status", "call_tool"]).toContain(name);
        continue;
      }
      expect(description).toContain(`$${definition.price} a call`);
      expect(_meta?.["x402/price"]).toMatchObject({
        amount: expect.stringMatching(/^\d+$/),
        network: "eip155:84532",
        text: `$${definition.price}`,
      });
    }
  });

  it("are resources too, with the documentation and receipts", async () => {
    const { url } = await door(marketShelf);
    const { client } = await connectMcp(url);
    const read = async (uri: string) => {
      const [first] = (await client.readResource({ uri })).contents;
      return String(first && "text" in first ? first.text : "");
    };
    const { resources } = await client.listResources();
    for (const { uri, mimeType } of resources) {
      const text = await read(uri);
      expect(text.length, uri).toBeGreaterThan(200);
      if (mimeType === "application/json") expect(JSON.parse(text).tools_in_all).toBe(catalog.length);
    }
    expect(await read("coinslot://docs/errors")).toContain("`insufficient_funds`");
    expect(JSON.parse(await read("coinslot://tools/token-safety"))).toMatchObject({ slug: "token-safety", input: { type: "object" } });
    const id = await insertPayment(ledger.db, { tool: "token-safety" });
    const receipt = JSON.parse(await read(`coinslot://receipts/${id}`));
    expect(receipt).toMatchObject({ id, state: "settled", amount: "5000", page: expect.stringContaining(`/payments/${id}`) });
    expect(receipt).not.toHaveProperty("signature");
    expect((await client.listResourceTemplates()).resourceTemplates).toHaveLength(3);
    for (const uri of [
      "coinslot://receipts/pay_no",
      "coinslot://docs/constructor",
      "coinslot://tools/no",
      "file:///etc/passwd",
      "coinslot://catalog/x",
    ]) {
      await expect(client.readResource({ uri }), uri).rejects.toThrow("no such resource");
    }
    await client.close();
  });
});

describe("without a session", () => {
  it("a plain client lists, calls and searches, in JSON", async () => {
    const { url, sessions } = await door(many);
    const list = await rpc(url, "tools/list");
    expect([list.status, list.headers.get("content-type"), list.headers.get("mcp-session-id")]).toEqual([200, "application/json", null]);
    expect(list.body.result.tools).toHaveLength(54);
    const next = await rpc(url, "tools/list", { cursor: list.body.result.nextCursor });
    expect(next.body.result.tools[0].name).toBe("fake-0050");
    const call = await rpc(url, "tools/call", { name: "fake-0000", arguments: { n: 1 } });
    expect(call.body.result).toMatchObject({ isError: true, structuredContent: { x402Version: 2, accepts: [{ amount: "1000" }] } });
    expect(call.headers.get("access-control-allow-origin")).toBe("*");
    expect(sessions.count()).toBe(0);
  });

  it("?x402Version=1 makes the terms those of version 1", async () => {
    const { url } = await door(many);
    const call = await rpc(`${url}?x402Version=1`, "tools/call", { name: "fake-0000", arguments: { n: 1 } });
    expect(call.body.result.structuredContent).toMatchObject({
      x402Version: 1,
      accepts: [{ network: "base-sepolia", maxAmountRequired: "1000" }],
    });
    expect(call.body.result._meta["x402/error"]).toEqual(call.body.result.structuredContent);
  });

  it("errors of the protocol are told as such", async () => {
    const { url } = await door(many);
    expect((await rpc(url, "tools/call", { name: "no_such_tool" })).body.error).toMatchObject({
      code: -32602,
      message: expect.stringContaining("no_such_tool"),
    });
    expect((await rpc(url, "tools/list", { cursor: "zzz" })).body.error).toMatchObject({ code: -32602 });
    expect((await rpc(url, "no/such")).body.error).toMatchObject({ code: -32601 });
    const raw = (body: string, headers = {}) =>
      fetch(url, { method: "POST", body, headers: { "content-type": "application/json", ...headers } });
    expect((await raw("{not json")).status).toBe(400);
    expect((await raw("{}")).status).toBe(400);
    expect((await raw("x".repeat(200_000))).status).toBe(413);
    expect((await raw("{}", { origin: "https://evil.example" })).status).toBe(403);
    expect((await fetch(url)).status).toBe(405);
    expect((await fetch(url, { method: "DELETE" })).status).toBe(405);
    const person = await fetch(url, { headers: { accept: "text/html" }, redirect: "manual" });
    expect([person.status, person.headers.get("location")]).toEqual([303, url.replace("/mcp", "/docs/mcp")]);
    const preflight = await fetch(url, { method: "OPTIONS" });
    expect(preflight.headers.get("access-control-allow-headers")).toMatch(/Mcp-Session-Id/);
    expect(preflight.headers.get("access-control-expose-headers")).toMatch(/Mcp-Session-Id/);
  });
});

describe("sessions", () => {
  const hello = { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "t", version: "1" } };
  const both = { accept: "application/json, text/event-stream" };
  const begin = (url: string) =>
    fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...both },
      body: JSON.stringify({ jsonrpc: "2.0", id: 0, method: "initialize", params: hello }),
    });

  it("end when nobody uses them, and say so to who comes back", async () => {
    const { url, sessions } = await door(many, { sessions: 10, idleMs: 100 });
    const response = await begin(url);
    const id = response.headers.get("mcp-session-id") ?? "";
    await response.text();
    expect(sessions.find(id)).not.toBeNull();
    await vi.waitFor(() => expect(sessions.count()).toBe(0), { timeout: 5_000 });
    const late = await rpc(url, "tools/list", {}, { ...both, "mcp-session-id": id });
    expect([late.status, late.body.error.code]).toEqual([404, -32001]);
    expect((await rpc(url, "tools/list", {}, { "mcp-session-id": randomUUID() })).status).toBe(404);
  });

  it("live as long as their client listens, and end with it", async () => {
    const { url, sessions } = await door(many, { sessions: 10, idleMs: 100 });
    const { client, transport } = await connectMcp(url);
    await vi.waitFor(() => expect(sessions.find(transport.sessionId ?? "")?.open).toBe(1), { timeout: 5_000 });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect((await client.listTools()).tools).toHaveLength(54);
    await transport.terminateSession();
    await vi.waitFor(() => expect(sessions.count()).toBe(0), { timeout: 5_000 });
    await client.close();
  });

  it("are so many at the most; who comes then is served without one", async () => {
    const { url, sessions } = await door(many, { sessions: 2, idleMs: 60_000 });
    const three = await Promise.all([1, 2, 3].map(() => connectMcp(url)));
    expect(three.filter(({ transport }) => transport.sessionId === undefined)).toHaveLength(1);
    expect(sessions.count()).toBe(2);
    for (const { client } of three) {
      expect((await callWith(client, "fake-0000", { n: 1 })).structuredContent).toMatchObject({ error: "payment_required" });
      await client.close();
    }
  });
});
