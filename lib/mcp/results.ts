import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { CoinslotError } from "@/lib/errors";
import { log } from "@/lib/log";

type Content = CallToolResult["content"];

/** An answer: as JSON, and the same JSON as text for clients that read only that. */
export function answered(value: unknown, text: string = JSON.stringify(value)): CallToolResult {
  const structured = isObject(value) ? { structuredContent: value } : {};
  return { content: [{ type: "text", text }], ...structured };
}

/** No answer: the same in both forms, so that a model and a program read one thing. */
export function failed(value: Record<string, unknown>, more: Content = []): CallToolResult {
  return { isError: true, structuredContent: value, content: [{ type: "text", text: JSON.stringify(value) }, ...more] };
}

/** An error of ours as a tool's failure; what is none of ours stays on the server. */
export function failure(error: unknown, origin: string): CallToolResult {
  if (!CoinslotError.is(error)) log("error", "unexpected_error", { error });
  const known = CoinslotError.is(error) ? error : new CoinslotError("internal_error");
  return failed(withAddresses({ ...known.toJSON(), charged: false }, origin));
}

/** Paths in an error's body, made into addresses: over MCP nobody knows what they are relative to. */
export function withAddresses(body: Record<string, unknown>, origin: string): Record<string, unknown> {
  const entries = Object.entries(body).map(([key, value]) =>
    (key === "docs" || key === "status_url") && typeof value === "string" && value.startsWith("/")
      ? [key, `${origin}${value}`]
      : [key, value],
  );
  return Object.fromEntries(entries);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
