import { createRequire } from "node:module";
import { validate } from "@readme/openapi-parser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as discoveryRoute } from "@/app/.well-known/x402/route";
import { GET as catalogRoute } from "@/app/api/catalog/route";
import { GET as ownDocument } from "@/app/api/v1/listings/[handle]/[listing]/openapi.json/route";
import { GET as llmsRoute } from "@/app/llms.txt/route";
import { GET as openapiRoute } from "@/app/openapi.json/route";
import { callRequest } from "@/lib/discovery/callRequest";
import { gatewayRoute } from "@/lib/gateway/gatewayRoute";
import { quoteAny } from "@/lib/gateway/quoteAny";
import { forgetShelf } from "@/lib/gateway/shelf";
import type { OperationShape } from "@/lib/gateway/types";
import { mcpDoor } from "@/lib/mcp/door";
import { decodeHeader } from "@/lib/payments/wire";
import { allTools } from "@/lib/shelf/allTools";
import { codeOf } from "@/lib/shelf/codeOf";
import { findOnShelf } from "@/lib/shelf/findOnShelf";
import { startTestLedger, type TestLedger } from "@/lib/testing/ledger";
import { type InsertedListing, insertListing } from "@/lib/testing/listing";

const ofTheSdk = createRequire(createRequire(import.meta.url).resolve("@modelcontextprotocol/sdk/server/index.js"));
const { default: Ajv2020 } = ofTheSdk("ajv/dist/2020") as { default: new (o: object) => { compile: (s: object) => unknown } };

const ORIGIN = "http://market.test";
const tree = { type: "object", properties: { name: { type: "string" }, children: { type: "array", items: { $ref: "#/$defs/Tree" } } } };
const forecast: Partial<OperationShape> = {
  path: "/forecast/{city}",
  parts: [
    { key: "city", place: "path", name: "city" },
    { key: "days", place: "query", name: "days" },
    { key: "trace", place: "header", name: "X-Trace" },
  ],
  input: {
    type: "object",
    properties: { city: { type: "string" }, days: { type: "integer" }, trace: { type: "string" } },
    required: ["city"],
  },
};
const grow: Partial<OperationShape> = {
  method: "POST",
  path: "/trees",
  parts: [{ key: "tree", place: "body", name: "tree" }],
  bodyType: "application/json",
  input: { type: "object", properties: { tree: { $ref: "#/$defs/Tree" } }, required: ["tree"], $defs: { Tree: tree } },
  output: { $ref: "#/$defs/Tree", $defs: { Tree: tree } },
};

let ledger: TestLedger;
let small: InsertedListing;
let large: InsertedListing;
beforeAll(async () => {
  ledger = await startTestLedger();
  const upstream = "https://api.kestrel.example/v1";
  small = await insertListing(ledger.db, {
    upstream,
    listing: { title: "Weather", description: "Forecasts & trees." },
    operations: [
      { name: "forecast", code: "F900", price: "0.0042", example: { city: "Oslo", days: 2, trace: "t" }, shape: forecast },
      { name: "grow", code: "F901", price: "0.5", example: { tree: { name: "a", children: [] } }, shape: grow },
    ],
  });
  large = await insertListing(ledger.db, {
    upstream,
    listing: { title: "Large" },
    operations: Array.from({ length: 150 }, (_, i) => ({ name: `call-${i}`, code: `F${10_000 + i}` as const })),
  });
});
afterAll(() => ledger.stop());

const ask = (path: string) => new Request(`${ORIGIN}${path}`, { headers: { host: "market.test" } });
const json = async (response: Promise<Response>) => (await response).json();

async function overMcp(method: string, params: object) {
  const headers = { "content-type": "application/json", accept: "application/json", host: "market.test" };
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
  const { result } = await json(mcpDoor().POST(new Request(`${ORIGIN}/mcp`, { method: "POST", headers, body })));
  return result;
}

describe("a seller's tool costs the same everywhere", () => {
  it("402, quote, OpenAPI, catalog, discovery, llms.txt and MCP", async () => {
    const slug = `${small.handle}/${small.name}/forecast`;
    const tool = await findOnShelf("f900");
    if (!tool?.shape) throw new Error("the operation is not on the shelf");
    expect(tool.definition.slug).toBe(slug);
    const input = tool.definition.examples["eip155:84532"];
    const { method, path, headers } = callRequest({ slug, shape: tool.shape }, input);
    const base = `/api/v1/g/${small.handle}/${small.name}`;
    expect([method, path, headers]).toEqual(["GET", `${base}/forecast/Oslo?days=2`, { "x-trace": "t" }]);

    const params = Promise.resolve({ seller: small.handle, tool: small.name });
    const unpaid = await gatewayRoute(ask(path), { params });
    const terms = decodeHeader(unpaid.headers.get("PAYMENT-REQUIRED") ?? "");
    expect([unpaid.status, terms]).toMatchObject([402, { accepts: [{ amount: "4200", payTo: small.wallet }] }]);

    const quoted = new Request(`${ORIGIN}/api/v1/quote/${slug}`, { method: "POST", body: JSON.stringify(input) });
    expect(await json(quoteAny(quoted, slug))).toMatchObject({ tool: slug, amount: "4200", price: "$0.0042" });

    const document = await json(openapiRoute(ask("/openapi.json")));
    const operation = document.paths[`${base}/forecast/{city}`].get;
    expect(operation["x-payment-info"]).toMatchObject({ price: "0.0042", amount: "4200", payTo: small.wallet });
    expect(operation.parameters).toMatchObject([
      { name: "city", in: "path", required: true, example: "Oslo" },
      { name: "days", in: "query", required: false, schema: { type: "integer" } },
      { name: "X-Trace", in: "header", required: false },
    ]);

    const { tools } = await json(catalogRoute(ask("/api/catalog")));
    const listed = tools.find((one: { code: string }) => one.code === "F900");
    expect(listed).toMatchObject({
      slug,
      methods: ["GET"],
      url: `${ORIGIN}${base}/forecast/{city}`,
      price: { text: "$0.0042", amount: "4200" },
    });
    const short = await json(catalogRoute(ask("/api/catalog?view=short")));
    expect(short.tools.find((one: { code: string }) => one.code === "F900")).toMatchObject({ price: { text: "$0.0042" } });
    const { items } = await json(discoveryRoute(ask("/.well-known/x402")));
    expect(items.find((item: { metadata: { name: string } }) => item.metadata.name === slug)).toMatchObject({
      resource: `${ORIGIN}${base}/forecast/Oslo`,
      accepts: [{ amount: "4200" }],
    });
    const text = await (await llmsRoute(ask("/llms.txt"))).text();
    expect(text).toContain(`- ${slug} (F900): $0.0042 a call, \`GET ${ORIGIN}${base}/forecast/{city}\``);

    const name = slug.replaceAll("/", "_");
    const found = await overMcp("tools/call", { name: "search_tools", arguments: { query: "F900", limit: 1 } });
    expect(found.structuredContent.tools[0]).toMatchObject({ name, price: "$0.0042", seller: expect.stringContaining("Seller") });
    const asked = await overMcp("tools/call", { name, arguments: input });
    expect(asked.structuredContent).toMatchObject({ x402Version: 2, accepts: [{ amount: "4200" }] });
  });
});

describe("sellers' schemas", () => {
  it("that hold themselves make a valid document, and schemas that MCP's clients take", async () => {
    for (const document of [
      await json(openapiRoute(ask("/openapi.json"))),
      await json(ownDocument(ask("/x"), { params: Promise.resolve({ handle: small.handle, listing: small.name }) })),
    ]) {
      expect(await validate(structuredClone(document))).toMatchObject({ valid: true });
      expect(JSON.stringify(document)).not.toContain("#/$defs/");
      expect(document.components.schemas["F901.Tree"].properties.children.items).toEqual({ $ref: "#/components/schemas/F901.Tree" });
    }
    const found = await overMcp("tools/call", { name: "search_tools", arguments: { query: "F901", limit: 1 } });
    expect(() => new Ajv2020({ strict: false }).compile(found.structuredContent.tools[0].input_schema)).not.toThrow();
  });
});

describe("a listing with many operations", () => {
  it("is cut short in what is read whole, and has a document with all of them", async () => {
    const text = await (await llmsRoute(ask("/llms.txt"))).text();
    expect(text.split(`\n- ${large.handle}/${large.name}/call-`)).toHaveLength(21);
    expect(text).toContain("and 130 more");
    const document = await json(openapiRoute(ask("/openapi.json")));
    const count = (paths: object) => Object.keys(paths).filter((path) => path.startsWith(`/api/v1/g/${large.handle}/`)).length;
    expect(count(document.paths)).toBe(100);
    const own = await json(ownDocument(ask("/x"), { params: Promise.resolve({ handle: large.handle, listing: large.name }) }));
    expect(count(own.paths)).toBe(150);
    const names = (await overMcp("tools/list", {})).tools.map((tool: { name: string }) => tool.name);
    for (const name of names) expect(name).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
  });
});

it("codes stay with what was sold once", async () => {
  const slug = `${small.handle}/${small.name}/grow`;
  await ledger.db.execute(`update operations set enabled = false where code = 'F901'`);
  forgetShelf();
  expect([await findOnShelf(slug), await codeOf(slug), await codeOf("token-safety"), await codeOf("no/such/tool")]).toEqual([
    null,
    "F901",
    "A1",
    null,
  ]);
  expect((await allTools()).some(({ definition }) => definition.slug === "token-safety")).toBe(true);
});
