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
  return {
    name,
    title: titleOf(definition),
    description: [definition.question, definition.description, sellerWords(offered), priceWords(offered), unavailableWords(offered)]
      .filter(Boolean)
      .join(" "),
    inputSchema: inputSchema(listing.input),
    ...(output ? { outputSchema: output } : {}),
    annotations: hintsOf(offered),
    _meta: { [PRICE_KEY]: priceFacts(offered) },
  };
}

/** Of the market's own every call only reads. Of a seller's its method tells. */
function hintsOf({ tool: { shape } }: Offered): NonNullable<McpTool["annotations"]> {
  if (!shape) return { readOnlyHint: true, idempotentHint: true, openWorldHint: true };
  const reads = shape.method === "GET";
  return {
    readOnlyHint: reads,
    ...(reads ? {} : { destructiveHint: shape.method === "DELETE" }),
    idempotentHint: reads || shape.method === "PUT" || shape.method === "DELETE",
    openWorldHint: true,
  };
}

/** `token-safety` → `Token safety`; a seller's operation stands beside its listing's own title. */
export function titleOf({ slug, question, listing }: Pick<ToolDefinition, "slug" | "question" | "listing">): string {
  if (listing) return `${listing.title}: ${question}`;
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

function sellerWords({ tool: { definition } }: Offered): string {
  const { listing, seller } = definition;
  if (!listing) return "";
  return `Sold by ${seller.name}, whose own API answers.`;
}

function unavailableWords({ listing: { unavailable } }: Offered): string {
  return unavailable === null ? "" : `Not available now: ${unavailable}`;
}
