import "server-only";
import { servesOthers } from "@/lib/facilitator/serves";
import { CHARGED_4XX } from "@/lib/gateway/faults";
import { OFFER_SECONDS } from "@/lib/payments/priceLock";
import { groupListings, type ListingGroup } from "./groupListings";
import type { Listing } from "./listing";

/** The market in the words that a language model reads: what there is, what it costs, how to pay. */
export function llmsText(origin: string, tools: Listing[]): string {
  const [first] = tools;
  const { own, groups } = groupListings(tools);
  const terms = first ? `USDC on ${first.networkName} (${first.requirements.network}), asset ${first.requirements.asset}` : "USDC";
  return `# Coinslot

> Tools that software pays for per call, over x402. No account, no key. When there is no answer, nothing is charged.

## How to pay
1. Call a tool without payment: the answer is HTTP 402. Its PAYMENT-REQUIRED header (base64 JSON) holds the x402 version 2 terms, its JSON body the version 1 terms.
2. Sign the entry in accepts with scheme exact: an EIP-3009 TransferWithAuthorization, paid in ${terms}. Gas is paid by the market.
3. Send the same request again with the payment in PAYMENT-SIGNATURE (version 2) or X-PAYMENT (version 1), base64 JSON.
4. 200 is the answer, with a receipt in PAYMENT-RESPONSE (version 2) or X-PAYMENT-RESPONSE (version 1). 202 means that the payment is being checked: ask at status_url, never sign again. Any other status: nothing was charged.

The exact price is free to ask for: POST the input to the tool's address with /quote behind it. Named terms stay good for ${OFFER_SECONDS / 60} minutes. With the extension payment-identifier, repeating a call under the same id never charges twice.

Any x402 client does this by itself: @x402/fetch (version 2) and x402-fetch (version 1) work unchanged. GET takes the input as a query, POST as a JSON object.

Over MCP every tool is at ${origin}/mcp (streamable HTTP, with or without a session). The payment goes into _meta["x402/payment"] of tools/call, the terms come as a result with isError, the receipt is in _meta["x402/payment-response"].

## Tools
${own.map(toolLines).join("\n")}
${groups.length > 0 ? sellersText(origin, groups) : ""}
## More
- [OpenAPI 3.1 with prices](${origin}/openapi.json)
- [Catalog as JSON](${origin}/api/catalog)
- [Discovery](${origin}/.well-known/x402)
- [What has settled, as JSON](${origin}/api/explorer), as server-sent events at ${origin}/api/explorer/stream, for people at ${origin}/explorer
- [Tools over MCP, with configuration for agents](${origin}/docs/mcp)
- [Listing doctor](${origin}/doctor): what is wrong with any x402 address, free, as JSON from POST ${origin}/api/v1/doctor {"url"}
- [Documentation](${origin}/docs)
- [Error codes](${origin}/docs/errors)
${servesOthers() ? facilitatorLine(origin) : ""}`;
}

function facilitatorLine(origin: string): string {
  return `- [Facilitator for other servers](${origin}/docs/facilitator): ${origin}/api/facilitator with /supported, /verify, /settle, versions 1 and 2, scheme exact, gas included; many payments share a transaction\n`;
}

function toolLines({ definition, url, price, unavailable, example, input }: Listing): string {
  const fields = Object.entries(input.properties as Record<string, { description?: string }>);
  const required = Array.isArray(input.required) ? input.required : [];
  const inputs = fields.map(([name, f]) => `  - ${name}${required.includes(name) ? "" : " (optional)"}: ${f.description ?? ""}`);
  return [
    `### ${definition.slug} (${definition.code}): ${definition.pricing ? "from " : ""}${price} a call`,
    `${definition.question} ${definition.description}`,
    ...(definition.pricing ? [`- Price: ${definition.pricing}`] : []),
    ...(unavailable ? [`- Unavailable now: ${unavailable}`] : []),
    `- POST ${url}`,
    `- Input:`,
    ...inputs,
    `- Example: \`${JSON.stringify(example)}\``,
    `- Can't know: ${definition.cannotKnow.join(" ")}`,
    `- No answer, not charged: ${definition.faults.map((f) => `${f.reason} (${f.what})`).join(" ")}`,
    "",
  ].join("\n");
}

/** Of a longer listing only the first operations stand here. */
const MOST_OF_A_LISTING = 20;

function sellersText(origin: string, groups: readonly ListingGroup[]): string {
  return `## Sellers' APIs
Called by their own methods, paths and parameters. Coinslot passes each call on and settles it straight to the seller. The price of one call is free to ask for: POST its input as one flat JSON object to ${origin}/api/v1/quote/<name>.

${groups.map((group) => groupLines(origin, group)).join("\n")}
`;
}

function groupLines(origin: string, group: ListingGroup): string {
  const more = group.operations.length - MOST_OF_A_LISTING;
  return [
    `### ${group.title}, by ${group.seller} (${group.handle}/${group.name})`,
    ...(group.description ? [group.description] : []),
    ...(group.charges4xx ? [`- ${CHARGED_4XX}`] : []),
    `- [OpenAPI with every operation](${origin}${group.openapi})`,
    ...group.operations.slice(0, MOST_OF_A_LISTING).map(operationLine),
    ...(more > 0 ? [`- and ${more} more, in the OpenAPI document`] : []),
    "",
  ].join("\n");
}

function operationLine({ definition, methods, url, price, unavailable, input, shape }: Listing): string {
  const required = Array.isArray(input.required) ? input.required : [];
  const parts = shape?.parts.map(({ key, place }) => `${key} (${place}${required.includes(key) ? "" : ", optional"})`) ?? [];
  return [
    `- ${definition.slug} (${definition.code}): ${price} a call, \`${methods[0]} ${url}\`. ${definition.question}`,
    ...(parts.length > 0 ? [`Input: ${parts.slice(0, 12).join(", ")}${parts.length > 12 ? " and more" : ""}.`] : []),
    ...(unavailable ? [`Unavailable now: ${unavailable}`] : []),
  ].join(" ");
}
