import type { InputPart } from "@/lib/gateway/types";
import { partStyle } from "./partStyle";
import { requestFault } from "./requestFault";
import { isObject } from "./schemaNodes";

const DEEPEST = 8;

/** A part's value as names and values of a query or a form. A list or an object with nothing in it is left out. */
export function writePairs(part: InputPart, value: unknown): [string, string][] {
  const { style, explode, delimiter } = partStyle(part);
  if (value === undefined || value === null) return [];
  if (style === "json") return [[part.name, JSON.stringify(value)]];
  if (style === "deepObject") return deepPairs(part, part.name, value, 0);
  if (Array.isArray(value)) {
    if (value.length === 0) return [];
    const texts = value.map((item) => textOf(part, item));
    return explode ? texts.map((text) => [part.name, text]) : [[part.name, joined(part, texts, delimiter ?? ",")]];
  }
  if (isObject(value)) {
    const entries = entriesOf(part, value);
    if (entries.length === 0) return [];
    return explode ? entries : [[part.name, joined(part, entries.flat(), delimiter ?? ",")]];
  }
  return [[part.name, textOf(part, value)]];
}

/** A part's value as one text of a path or a header. `encode` is put on what stands between commas. */
export function writeText(part: InputPart, value: unknown, encode?: (text: string) => string): string {
  const { style, explode } = partStyle(part);
  const put = encode ?? ((text: string) => text);
  const join = (texts: string[]) => (encode ? texts.map(encode).join(",") : joined(part, texts, ","));
  if (style === "json") return put(JSON.stringify(value));
  if (Array.isArray(value)) return join(value.map((item) => textOf(part, item)));
  if (!isObject(value)) return put(textOf(part, value));
  const entries = entriesOf(part, value);
  if (!explode) return join(entries.flat());
  for (const [name] of entries) if (name.includes("=")) throw requestFault(part.key, "A name in it may not hold “=”.");
  return encode
    ? entries.map((pair) => pair.map(encode).join("=")).join(",")
    : joined(
        part,
        entries.map((pair) => pair.join("=")),
        ",",
      );
}

/** `filter[by][0]=name`, as most servers read nested queries. */
function deepPairs(part: InputPart, name: string, value: unknown, depth: number): [string, string][] {
  if (depth > DEEPEST) throw requestFault(part.key, `It is nested more than ${DEEPEST} deep.`);
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, at) => deepPairs(part, `${name}[${at}]`, item, depth + 1));
  if (!isObject(value)) return [[name, textOf(part, value)]];
  return Object.entries(value).flatMap(([key, item]) => {
    if (key === "" || /[[\]]/.test(key)) throw requestFault(part.key, "A name in it may not be empty or hold “[” or “]”.");
    return deepPairs(part, `${name}[${key}]`, item, depth + 1);
  });
}

function entriesOf(part: InputPart, value: object): [string, string][] {
  return Object.entries(value)
    .filter(([, item]) => item !== undefined && item !== null)
    .map(([name, item]) => [name, textOf(part, item)]);
}

/** Once they are joined, nobody can tell a delimiter from a character of a value. */
function joined(part: InputPart, texts: string[], delimiter: string): string {
  if (texts.some((text) => text.includes(delimiter))) {
    throw requestFault(part.key, `A value in it may not hold “${delimiter}”, which stands between values here.`);
  }
  return texts.join(delimiter);
}

/** OpenAPI has no form for what is nested in a list; it goes as JSON. */
function textOf(part: InputPart, value: unknown): string {
  if (value === undefined || value === null) throw requestFault(part.key, "A list in it may not hold null.");
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  if (/\p{Cs}/u.test(text)) throw requestFault(part.key, "The text is not valid Unicode.");
  return text;
}
