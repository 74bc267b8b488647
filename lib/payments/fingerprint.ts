import { createHash } from "node:crypto";

/**
 * What a payment is good for: one method, one path, one input. The input is the parsed one with its
 * keys sorted, so white space and key order don't matter.
 */
export function fingerprint(method: string, path: string, input: unknown): string {
  return createHash("sha256")
    .update(`${method}\n${path}\n${canonical(input)}`)
    .digest("hex");
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined);
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
      .join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
