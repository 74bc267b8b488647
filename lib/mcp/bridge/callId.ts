import { createHash } from "node:crypto";

/** What a payment is for: the same arguments in another order are the same call. */
export function callId(url: URL, name: string, args: Record<string, unknown>): string {
  return createHash("sha256")
    .update(`${url.href}\n${name}\n${JSON.stringify(sorted(args))}`)
    .digest("hex");
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
