import type { FieldFault } from "@/lib/errors";
import type { InputPart, OperationShape } from "@/lib/gateway/types";
import { isOpen, type Pairs, readPairs } from "./readValue";

/** The parts of a query or a form, and a fault for every name that is left. */
export function readParts(
  shape: OperationShape,
  place: "query" | "body",
  pairs: Pairs,
  found: [string, unknown][],
  faults: FieldFault[],
): void {
  const parts = shape.parts.filter((part) => part.place === place);
  // What takes by its own name comes first; an open object, which takes what is left, comes last.
  const greed = (part: InputPart) => (pairs.has(part.name) || part.style === "deepObject" ? 0 : isOpen(part, shape.input) ? 2 : 1);
  const names = new Set(parts.map(({ name }) => name));
  for (const part of [...parts].sort((a, b) => greed(a) - greed(b))) {
    const read = readPairs(part, shape.input, pairs, names);
    if (read.fault) faults.push({ field: part.key, message: read.fault });
    else if (read.value !== undefined) found.push([part.key, read.value]);
  }
  const where = place === "query" ? "query parameter" : "form field";
  for (const name of pairs.keys()) faults.push({ field: name.slice(0, 100), message: `This operation has no ${where} of this name.` });
}

export function pairsOf(search: URLSearchParams): Pairs {
  const pairs: Pairs = new Map();
  for (const [name, text] of search) {
    const texts = pairs.get(name);
    if (texts) texts.push(text);
    else pairs.set(name, [text]);
  }
  return pairs;
}
