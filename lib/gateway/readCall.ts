import { CoinslotError } from "@/lib/errors";
import { publicOrigin } from "@/lib/origin";
import { decode } from "@/lib/payments/decode";
import type { RequestFacts } from "@/lib/payments/types";
import { readBytes } from "@/lib/readBytes";
import { compileCheck } from "@/lib/specs/checkInput";
import { fromRequest } from "@/lib/specs/fromRequest";
import type { Tool } from "@/lib/tools/define";
import type { OperationShape } from "./types";

const BODIED = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/**
 * A request to a seller's route as the pipeline knows it: the flat input as JSON, always `POST`, so that a payment is one
 * claim whichever door it comes through. `below`: the path below the listing.
 */
export async function readCall(tool: Tool & { shape: OperationShape }, request: Request, below: string): Promise<RequestFacts> {
  const receivedAt = new Date();
  const url = new URL(request.url);
  const { shape, definition } = tool;
  const body = BODIED.has(request.method) ? await readBytes(request, definition.maxInputBytes ?? 0) : new Uint8Array();
  const { headers } = request;
  const read = fromRequest(shape, { path: below, query: url.searchParams, headers, contentType: headers.get("content-type"), body });
  if (!read.ok) {
    throw new CoinslotError("invalid_input", undefined, {
      fields: read.fields,
      hint: "Mend the fields and send the request again; nothing was charged.",
    });
  }
  return {
    method: "POST",
    resource: `${publicOrigin(request)}${url.pathname}`,
    path: url.pathname,
    query: new URLSearchParams(),
    headers,
    body: isProbe(shape, headers, read.input) ? "" : JSON.stringify(read.input),
    receivedAt,
  };
}

/** Nobody pays, and nothing is wrong but what is missing: asked so, a route tells its terms. */
function isProbe({ input }: OperationShape, headers: Headers, given: Record<string, unknown>): boolean {
  if (decode(headers).kind !== "none" || !Array.isArray(input.required)) return false;
  const missing = input.required.some((name) => !Object.hasOwn(given, String(name)));
  return missing && compileCheck({ ...input, required: [] })(given).length === 0;
}
