import "server-only";
import { ERROR_ADVICE } from "@/lib/discovery/errorAdvice";
import { llmsText } from "@/lib/discovery/llms";
import { HEADERS, STATUSES } from "@/lib/discovery/protocolTables";
import { ERRORS, type ErrorCode } from "@/lib/errors";
import { MAX_INPUT_BYTES } from "@/lib/payments/input";
import { MAX_TIMEOUT_SECONDS } from "@/lib/payments/maxTimeout";
import { OFFER_SECONDS } from "@/lib/payments/priceLock";
import { REASONS } from "@/lib/payments/reasons";
import { ERROR_KEY, PAYMENT_KEYS, PRICE_KEY, RECEIPT_KEYS } from "./keys";
import { MCP_LIMITS } from "./limits";
import type { Offered } from "./offered";

type Page = { title: string; text: (origin: string, offered: readonly Offered[]) => string };

/** The documentation as Markdown, each page made of what the site's own page is made of. */
export const DOCS: Record<string, Page> = {
  start: {
    title: "The market in short: tools, prices, how to pay",
    text: (origin, offered) =>
      llmsText(
        origin,
        offered.slice(0, MCP_LIMITS.mostListed).map(({ listing }) => listing),
      ),
  },
  mcp: { title: "Paying over MCP", text: mcpPage },
  protocol: { title: "Headers and statuses over HTTP", text: protocolPage },
  errors: { title: "Error codes and reasons", text: errorsPage },
  limits: { title: "Limits", text: limitsPage },
};

function mcpPage(origin: string): string {
  return `# Paying over MCP

1. Call a tool without payment. The result is an error (isError) whose structuredContent holds the x402 terms: what it costs, in accepts. The first text is the same JSON. _meta["${ERROR_KEY}"] repeats it.
2. Sign one entry of accepts: an EIP-3009 authorization of exactly this amount.
3. Make the same call again with the payment in _meta["${PAYMENT_KEYS[0]}"] (or "${PAYMENT_KEYS[1]}"), as an object or as base64 of its JSON, of version 1 or 2.
4. The answer is in structuredContent and as text; the receipt is in _meta["${RECEIPT_KEYS[0]}"].

A result with state "unknown" may have been paid: ask payment_status, never sign again for this call. Any other error: nothing was charged.

What a tool costs stands in its description and in _meta["${PRICE_KEY}"]. The free tool quote says the exact price of one call. A payment made here is the same as one made over HTTP: it can't be used at both doors.

Configuration for the common agents, and a bridge that pays within a budget: ${origin}/docs/mcp
`;
}

function protocolPage(): string {
  const headers = HEADERS.map(({ name, text }) => `- \`${name}\`: ${text}`);
  const statuses = STATUSES.map(({ status, title, text }) => `- ${status}, ${title}: ${text}`);
  return `# The protocol over HTTP\n\n## Headers\n\n${headers.join("\n")}\n\n## Statuses\n\n${statuses.join("\n")}\n`;
}

function errorsPage(): string {
  const codes = Object.keys(ERRORS) as ErrorCode[];
  const errors = codes.map((code) => `- \`${code}\` (${ERRORS[code].status}): ${ERRORS[code].title} ${ERROR_ADVICE[code]}`);
  const reasons = Object.entries(REASONS).map(([code, { message, hint }]) => `- \`${code}\`: ${message} ${hint}`);
  return `# Errors\n\n${errors.join("\n")}\n\n## Why a payment is refused\n\n${reasons.join("\n")}\n`;
}

function limitsPage(_: string, offered: readonly Offered[]): string {
  const tools = offered.slice(0, MCP_LIMITS.mostListed).map(({ name, tool: { definition } }) => {
    const most = (definition.maxInputBytes ?? MAX_INPUT_BYTES) / 1024;
    return `- ${name}: arguments of ${most} KiB, an answer within ${definition.timeoutMs / 1000} s`;
  });
  return `# Limits

- From the terms to settlement: ${MAX_TIMEOUT_SECONDS} s; let your authorization be good for that long
- Named terms are good for ${OFFER_SECONDS / 60} minutes
- Tools on a page of tools/list: ${MCP_LIMITS.pageSize}
- A session that is not used ends after ${MCP_LIMITS.idleMs / 60_000} minutes
${tools.join("\n")}
`;
}
