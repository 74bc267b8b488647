import { isRecord } from "../payments/wire";
import type { ProbeMethod, Terms } from "./types";

const MOST_BYTES = 8 * 1024;

export type ExampleInput = { url: string; body?: string };

/**
 * The example that the terms themselves give, as a request: many routes look at the input before the payment, and would
 * refuse an empty one for that alone. Just the address where there is no example, or where somebody has named an input.
 */
export function exampleInput(all: readonly Terms[], url: URL, method: ProbeMethod): ExampleInput {
  const input = all.map(({ decoded }) => inputOf(decoded)).find((one) => one !== null);
  const plain = { url: url.href };
  if (!input) return plain;
  if (method === "POST") {
    const body = isRecord(input.body) ? JSON.stringify(input.body) : "";
    return body && body.length <= MOST_BYTES ? { ...plain, body } : plain;
  }
  if (url.search || !isRecord(input.queryParams)) return plain;
  const filled = new URL(url);
  for (const [name, value] of Object.entries(input.queryParams)) {
    if (["string", "number", "boolean"].includes(typeof value)) filled.searchParams.set(name, String(value));
  }
  return filled.href.length <= 2_048 ? { url: filled.href } : plain;
}

/** `extensions.bazaar.info.input` of version 2. */
function inputOf({ extensions }: Record<string, unknown>): Record<string, unknown> | null {
  const bazaar = isRecord(extensions) ? extensions.bazaar : undefined;
  const info = isRecord(bazaar) ? bazaar.info : undefined;
  return isRecord(info) && isRecord(info.input) ? info.input : null;
}
