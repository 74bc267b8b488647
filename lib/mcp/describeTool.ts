import "server-only";
import type { Tool as McpTool } from "@modelcontextprotocol/sdk/types.js";
import type { ToolDefinition } from "@/lib/tools/define";
import { PRICE_KEY } from "./keys";
import type { Offered } from "./offered";
import { inputSchema, outputSchema } from "./schemas";

/** A paid tool as `tools/list` tells it. */
export function describeTool(offered: Offered): McpTool {
  const { name, tool, listing } = offered;
  const { definition } = tool;
  // Clients refuse an answer that has no JSON where a schema was named, and it is paid for by then: a seller's may be of any kind.
  const output = tool.shape ? null : outputSchema(listing.output);
  const reads = !tool.shape || tool.shape.method === "GET";
  return {
    name,
    title: titleOf(definition),
    description: [definition.question, definition.description, priceWords(offered), unavailableWords(offered)].filter(Boolean).join(" "),
    inputSchema: inputSchema(listing.input),
    ...(output ? { outputSchema: output } : {}),
    annotations: { readOnlyHint: reads, idempotentHint: reads, openWorldHint: true },
    _meta: { [PRICE_KEY]: priceFacts(offered) },
  };
}

/** `token-safety` → `Token safety` */
export function titleOf({ slug }: Pick<ToolDefinition, "slug">): string {
  const words = slug.replace(/[^a-zA-Z0-9]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The same terms as the 402 names them; `from`: the least, where the price depends on the request. */
export function priceFacts({ listing, tool }: Offered): Record<string, unknown> {
  const { amount, asset, network } = listing.requirements;
  return { amount, asset, network, text: listing.price, ...(tool.price ? { from: true } : {}) };
}

function priceWords({ listing, tool }: Offered): string {
  const paid = `paid by x402 in USDC on ${listing.networkName}; no answer, no charge.`;
  if (!tool.price) return `Costs ${listing.price} a call, ${paid}`;
  return `Costs from ${listing.price} a call, ${paid} ${tool.definition.pricing ?? ""} The free tool quote says the price of one call.`;
}

function unavailableWords({ listing: { unavailable } }: Offered): string {
  return unavailable === null ? "" : `Not available now: ${unavailable}`;
}
