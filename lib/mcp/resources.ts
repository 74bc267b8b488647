import "server-only";
import {
  type ErrorCode,
  McpError,
  type ReadResourceResult,
  type Resource,
  type ResourceTemplate,
} from "@modelcontextprotocol/sdk/types.js";
import { db } from "@/db/client";
import { findPayment } from "@/db/queries/payments";
import { catalogEntry } from "@/lib/discovery/catalogJson";
import { mcpName } from "@/lib/discovery/mcpName";
import { ledger } from "@/lib/payments/ledger";
import { priceFacts } from "./describeTool";
import { DOCS } from "./docs";
import { MCP_LIMITS } from "./limits";
import type { Offered } from "./offered";

const JSON_TYPE = "application/json";

/** What can be read without a call; single tools and receipts are found by the templates. */
export function listResources(): Resource[] {
  return [
    { uri: "coinslot://catalog", name: "catalog", title: "All tools with their prices", mimeType: JSON_TYPE },
    ...Object.entries(DOCS).map(([page, { title }]) => ({
      uri: `coinslot://docs/${page}`,
      name: `docs-${page}`,
      title,
      mimeType: "text/markdown",
    })),
  ];
}

export function listTemplates(): ResourceTemplate[] {
  return [
    { uriTemplate: "coinslot://tools/{name}", name: "tool", title: "One tool: terms, schemas, example, faults", mimeType: JSON_TYPE },
    { uriTemplate: "coinslot://docs/{page}", name: "docs", title: "A page of the documentation", mimeType: "text/markdown" },
    { uriTemplate: "coinslot://receipts/{id}", name: "receipt", title: "The public facts of a payment", mimeType: JSON_TYPE },
  ];
}

const ADDRESS = /^coinslot:\/\/(catalog|docs|tools|receipts)(?:\/([\w-]{1,64}))?$/;

export async function readResource(uri: string, origin: string, offered: readonly Offered[]): Promise<ReadResourceResult> {
  const [, kind, name] = ADDRESS.exec(uri) ?? [];
  if (kind === "catalog" && name === undefined) return json(uri, catalogOf(origin, offered));
  if (kind === "docs" && name !== undefined && Object.hasOwn(DOCS, name)) {
    return { contents: [{ uri, mimeType: "text/markdown", text: DOCS[name]?.text(origin, offered) ?? "" }] };
  }
  if (kind === "tools" && name !== undefined) {
    const found = offered.find((o) => o.name === mcpName(name));
    if (found) return json(uri, { name: found.name, ...catalogEntry(found.listing) });
  }
  if (kind === "receipts" && name !== undefined) {
    const payment = await ledger(() => findPayment(db(), name));
    if (payment) return json(uri, { ...payment, page: `${origin}/payments/${payment.id}` });
  }
  // The code that the specification has for a resource that isn't there.
  throw new McpError(-32002 as ErrorCode, "There is no such resource.", { uri: uri.slice(0, 200) });
}

/** Short of every tool, so that a thousand can be read; the schemas are with each tool. */
function catalogOf(origin: string, offered: readonly Offered[]): Record<string, unknown> {
  const tools = offered.slice(0, MCP_LIMITS.mostListed).map((o) => ({
    name: o.name,
    code: o.tool.definition.code,
    category: o.listing.category,
    question: o.tool.definition.question,
    price: priceFacts(o),
    unavailable_because: o.listing.unavailable,
    uri: `coinslot://tools/${o.name}`,
  }));
  return { market: origin, tools, tools_in_all: offered.length };
}

function json(uri: string, value: unknown): ReadResourceResult {
  return { contents: [{ uri, mimeType: JSON_TYPE, text: JSON.stringify(value) }] };
}
