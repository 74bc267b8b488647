import type { FieldFault } from "@/lib/errors";
import type { OperationShape } from "@/lib/gateway/types";
import { isCallersHeader } from "./heldHeaders";
import { decodedPath, matchPath } from "./matchPath";
import { readBody } from "./readBody";
import { pairsOf, readParts } from "./readParts";
import { readPlain } from "./readValue";

export type GivenRequest = {
  /** Below the listing, as it stands in the address: percent-encoded. */
  path: string;
  query: URLSearchParams;
  headers: Headers;
  contentType: string | null;
  body: string | Uint8Array;
};

export type FromRequest = { ok: true; input: Record<string, unknown> } | { ok: false; fields: FieldFault[] };

const MOST_FAULTS = 20;

/**
 * The way back of `toRequest`: a request as the input it stands for, each value as its schema wants it. Whether the input fits
 * the schema is not asked here. What the operation has no place for is a fault, since it would be lost after paying; headers
 * that nobody described are not.
 */
export function fromRequest(shape: OperationShape, request: GivenRequest): FromRequest {
  const faults: FieldFault[] = [];
  const found: [string, unknown][] = [];
  const texts = matchPath(shape.path, request.path);
  if (!texts) return { ok: false, fields: [{ field: "(path)", message: "The path is not that of this operation." }] };
  for (const part of shape.parts) {
    if (part.place !== "path" || !Object.hasOwn(texts, part.name)) continue;
    const text = texts[part.name] ?? "";
    if (decodedPath(text) === null) faults.push({ field: part.key, message: "Its percent-encoding is not valid." });
    else found.push([part.key, readPlain(part, shape.input, text, (piece) => decodedPath(piece) ?? piece)]);
  }
  for (const part of shape.parts) {
    const text = part.place === "header" && isCallersHeader(part.name) ? request.headers.get(part.name) : null;
    if (text !== null) found.push([part.key, readPlain(part, shape.input, text, (piece) => piece.trim())]);
  }
  readParts(shape, "query", pairsOf(request.query), found, faults);
  readBody(shape, request, found, faults);
  if (faults.length > 0) return { ok: false, fields: faults.slice(0, MOST_FAULTS) };
  return { ok: true, input: Object.fromEntries(found) };
}
