import type { InputPart, OperationShape } from "@/lib/gateway/types";
import { isCallersHeader } from "./heldHeaders";
import { decodedPath, matchPath, templateSegments } from "./matchPath";
import { requestFault } from "./requestFault";
import { type PlainBody, writeBody } from "./writeBody";
import { writePairs, writeText } from "./writeValue";

export type PlainRequest = {
  method: OperationShape["method"];
  /** Filled in and percent-encoded; begins with a slash. */
  path: string;
  /** Not encoded yet. */
  query: [string, string][];
  /** Names in lower case. No content type: the body has its own. */
  headers: Record<string, string>;
  body: PlainBody | null;
};

/**
 * The upstream's request for an input that fits the shape's schema. Throws `invalid_input`, naming the field, for what can't
 * be written so that the upstream reads the same: asked before a payment, it keeps anybody from paying for that.
 */
export function toRequest(shape: OperationShape, input: Record<string, unknown>): PlainRequest {
  const at = (place: InputPart["place"]) => shape.parts.filter((part) => part.place === place);
  const given = ({ key }: InputPart) => (Object.hasOwn(input, key) ? input[key] : undefined);
  return {
    method: shape.method,
    path: pathOf(shape, at("path"), given),
    query: queryOf(at("query"), given),
    headers: headersOf(at("header"), given),
    body: writeBody(shape, given),
  };
}

type Given = (part: InputPart) => unknown;

function pathOf(shape: OperationShape, parts: InputPart[], given: Given): string {
  const texts = new Map<string, string>();
  for (const part of parts) {
    const value = given(part);
    if (value === undefined || value === null) throw requestFault(part.key, "It is a part of the path and can't be left out.");
    const text = writeText(part, value, encodeURIComponent);
    if (text === "") throw requestFault(part.key, "It is a part of the path and can't be empty.");
    if (climbs(text)) throw requestFault(part.key, "It is a part of the path and can't hold “.” or “..” as a step, or control characters.");
    texts.set(part.name, text);
  }
  const segments = templateSegments(shape.path).map((pieces) =>
    pieces.map((piece) => ("literal" in piece ? piece.literal : (texts.get(piece.part) ?? ""))).join(""),
  );
  const path = `/${segments.join("/")}${shape.path.length > 1 && shape.path.endsWith("/") ? "/" : ""}`;
  const back = matchPath(shape.path, path);
  const [first] = parts;
  for (const part of parts) {
    if (!first || back?.[part.name] === texts.get(part.name)) continue;
    throw requestFault(part.key, "It can't be told apart from what stands beside it in the path.");
  }
  if (segments.some(climbs)) throw requestFault(first?.key ?? "(path)", "The path would hold “.” or “..” as a step.");
  return path;
}

/** Whether a server that takes the encoding off, even several times, could see a step up or a control character. */
function climbs(encoded: string): boolean {
  let text = encoded;
  for (let times = 0; times < 4; times++) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    if (/[\u0000-\u001f\u007f]/.test(text)) return true;
    if (text.split(/[/\\]/).some((step) => /^\.{1,2}(;.*)?$/.test(step))) return true;
    const next = decodedPath(text);
    if (next === null || next === text) return false;
    text = next;
  }
  return false;
}

function queryOf(parts: InputPart[], given: Given): [string, string][] {
  const owners = new Map(parts.map((part) => [part.name, part]));
  return parts.flatMap((part) => {
    const pairs = writePairs(part, given(part));
    for (const [name] of pairs) {
      const owner = owners.get(name) ?? owners.get(name.split("[", 1)[0] ?? "");
      if (owner && owner !== part) throw requestFault(part.key, `“${name.slice(0, 60)}” in it is a parameter of its own here.`);
    }
    return pairs;
  });
}

function headersOf(parts: InputPart[], given: Given): Record<string, string> {
  const entries: [string, string][] = [];
  for (const part of parts) {
    const value = given(part);
    if (value === undefined || value === null || !isCallersHeader(part.name)) continue;
    const text = writeText(part, value);
    if (!/^[\x20-\x7e]*$/.test(text)) throw requestFault(part.key, "It is sent as a header, which holds plain ASCII characters only.");
    if (text.trim() !== text) throw requestFault(part.key, "It is sent as a header, which can't begin or end with a space.");
    entries.push([part.name.toLowerCase(), text]);
  }
  return Object.fromEntries(entries);
}
