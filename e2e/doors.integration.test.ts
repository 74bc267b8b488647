import { validate } from "@readme/openapi-parser";
import { describe, expect, it } from "vitest";
import { mcpName } from "@/lib/discovery/mcpName";
import { decodeHeader } from "@/lib/payments/wire";
import { catalog } from "@/lib/tools/catalog";
import { market, post } from "./market";

const json = async (path: string) => (await fetch(`${market.url}${path}`)).json();
const text = async (path: string) => (await fetch(`${market.url}${path}`)).text();

/** What a tool of `/mcp` says, asked without a session. */
async function overMcp(name: string, args: Record<string, unknown>) {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: args } });
  const headers = { "content-type": "application/json", accept: "application/json" };
  const { result } = await (await fetch(`${market.url}/mcp`, { method: "POST", headers, body })).json();
  return result.structuredContent;
}

describe("machine doors", () => {
  it("openapi.json is valid OpenAPI 3.1", async () => {
    const document = await json("/openapi.json");
    expect(document.openapi).toBe("3.1.0");
    const result = await validate(structuredClone(document));
    expect(result).toMatchObject({ valid: true });
  });

  it("health names its parts", async () => {
    expect(await json("/api/health")).toEqual({
      ok: true,
      network: market.network,
      ledger: "ok",
      chain: "ok",
      settlement: "ok",
      gas: "ok",
    });
  });

  it("an address that is not there says so", async () => {
    const response = await fetch(`${market.url}/api/payments/pay_nothing`);
    expect([response.status, (await response.json()).error]).toEqual([404, "not_found"]);
  });
});

describe.each(catalog.map((d) => [d.slug, d] as const))("%s costs the same everywhere", (slug, definition) => {
  it("402, OpenAPI, catalog, discovery, llms.txt, MCP, the shelf and the tool's page", async () => {
    const price = `$${definition.price}`;
    const path = `/api/v1/${slug}`;
    const listed = (await json("/api/catalog")).tools.find((t: { slug: string }) => t.slug === slug);
    const unpaid = await post({}, {}, path);
    // What is out of order names no price where one would pay, and says so everywhere else.
    if (!listed.available) {
      expect([unpaid.status, unpaid.headers.get("PAYMENT-REQUIRED"), listed.unavailable]).toEqual([503, null, expect.any(String)]);
      expect(await text("/llms.txt")).toContain(`Unavailable now: ${listed.unavailable}`);
      expect(await overMcp("call_tool", { tool: mcpName(slug) })).toMatchObject({ error: "tool_unavailable", message: listed.unavailable });
      for (const page of ["/", `/tools/${slug}`]) expect((await text(page)).toLowerCase()).toContain("out of order");
      return;
    }
    const v2 = decodeHeader(unpaid.headers.get("PAYMENT-REQUIRED") ?? "") as { accepts: { amount: string }[] };
    const v1 = await unpaid.json();
    const amount = v2.accepts[0]?.amount;
    expect(v1.accepts[0]).toMatchObject({ maxAmountRequired: amount, amount });
    const paths = (await json("/openapi.json")).paths[path];
    for (const method of ["get", "post"]) expect(paths[method]["x-payment-info"]).toMatchObject({ price: definition.price, amount });
    expect(listed).toMatchObject({ price: { text: price, usdc: definition.price, amount }, accepts: [{ amount }] });
    const found = (await json("/.well-known/x402")).items.find((i: { resource: string }) => i.resource.endsWith(path));
    expect(found).toMatchObject({ accepts: [{ amount }], metadata: { price } });
    expect(await text("/llms.txt")).toContain(`${slug} (${definition.code}): ${definition.pricing ? "from " : ""}${price} a call`);
    const shown = await overMcp("search_tools", { query: slug, limit: 1 });
    expect(shown.tools[0]).toMatchObject({ name: mcpName(slug), price });
    expect(await overMcp("call_tool", { tool: mcpName(slug) })).toMatchObject({ x402Version: 2, accepts: [{ amount }] });
    for (const page of ["/", `/tools/${slug}`]) expect(await text(page)).toContain(price);
  });
});
