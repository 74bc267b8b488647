import type { InputPart, OwnSchema } from "@/lib/gateway/types";
import { isJsonType } from "../bodyKind";
import { isCallersHeader } from "../heldHeaders";
import { note, type Reading, Skipped } from "./context";
import { isDict, own, ownEntries, ownList, ownText } from "./json";
import { plainText } from "./plainText";
import { followDict } from "./references";
import type { Made } from "./schemas";

/** One thing that a caller gives, before it has its name in the flat input. */
export type Given = { part: Omit<InputPart, "key">; made: Made; required: boolean; example: unknown };

type Found = { value: Record<string, unknown>; pointer: string };

const MOST = 300;

/** The parameters of an operation, with those of its path; throws `Skipped` where one that is needed can't be sent. */
export function readParameters(reading: Reading, holders: { value: unknown; pointer: string }[]): Given[] {
  const found = new Map<string, Found>();
  for (const { value, pointer } of holders) {
    for (const [at, one] of ownList(value, "parameters").slice(0, MOST).entries()) {
      const where = `${pointer}/parameters/${at}`;
      const parameter = followDict(reading.document, one, where);
      if (!parameter) throw new Skipped("One of its parameters refers to nothing.", where);
      found.set(`${ownText(parameter.value, "in")}:${ownText(parameter.value, "name")}`, parameter);
    }
  }
  return [...found.values()].flatMap((parameter) => readOne(reading, parameter) ?? []);
}

function readOne(reading: Reading, { value, pointer }: Found): Given | null {
  const place = ownText(value, "in");
  const name = ownText(value, "name");
  if (place === "body" || place === "formData") return null;
  const required = own(value, "required") === true || place === "path";
  if (reading.keys.has(`${place}:${name.toLowerCase()}`)) return null;
  if (place === "header" && !isCallersHeader(name)) return null;
  const trouble = troubleOf(place, name, value);
  if (trouble) {
    if (required) throw new Skipped(`It needs the parameter “${plainText(name, 60)}”, and ${trouble}`, pointer);
    note(reading, "parameter_left_out", `The parameter “${plainText(name, 60)}” is left out: ${trouble}`, pointer);
    return null;
  }
  const [content] = ownEntries(value, "content");
  const schema = content ? own(content[1], "schema") : (own(value, "schema") ?? value);
  const made = reading.schemas.make(schema === value ? withoutWords(value) : schema, "input");
  if (!made) throw new Skipped(`The schema of “${plainText(name, 60)}” is too large.`, pointer);
  const description = plainText(own(value, "description"), 600);
  const said =
    made.refs.size > 0 && "$ref" in made.schema && description
      ? { allOf: [made.schema], description }
      : { ...made.schema, ...(description ? { description } : {}) };
  const part = {
    place: place as "path" | "query" | "header",
    name,
    ...(content ? { style: "json" as const } : styleOf(reading, place, value)),
  };
  return { part, made: { ...made, schema: said as OwnSchema }, required, example: exampleOf(value) };
}

/** Why it can't be sent; null where it can. */
function troubleOf(place: string, name: string, value: Record<string, unknown>): string | null {
  if (name === "" || name.length > 200 || /\p{C}/u.test(name)) return "its name can't be sent.";
  if (place === "cookie") return "it goes in a cookie, of which the market sends none.";
  if (place !== "path" && place !== "query" && place !== "header") return "it says no place that is known.";
  const style = ownText(value, "style");
  if (style === "label" || style === "matrix") return `it is written in the style “${style}”.`;
  if (ownText(value, "collectionFormat") === "tsv") return "it is written with tabs.";
  const [content] = ownEntries(value, "content");
  return content && !isJsonType(content[0]) ? "its content is not JSON." : null;
}

const COLLECTIONS: Record<string, Pick<InputPart, "style" | "explode">> = {
  csv: { style: "form", explode: false },
  ssv: { style: "spaceDelimited", explode: false },
  pipes: { style: "pipeDelimited", explode: false },
  multi: { style: "form", explode: true },
};

/** Only what differs from the usual of its place is said. */
function styleOf(reading: Reading, place: string, value: Record<string, unknown>): Pick<InputPart, "style" | "explode"> {
  const explode = own(value, "explode");
  if (reading.format === "swagger-2.0") {
    if (place !== "query" || own(value, "type") !== "array") return {};
    const format = ownText(value, "collectionFormat") || "csv";
    return COLLECTIONS[Object.hasOwn(COLLECTIONS, format) ? format : "csv"] ?? {};
  }
  const style = ownText(value, "style");
  const known = place === "query" && (style === "spaceDelimited" || style === "pipeDelimited" || style === "deepObject") ? style : null;
  return {
    ...(known ? { style: known } : {}),
    ...(typeof explode === "boolean" ? { explode, ...(known ? {} : { style: place === "query" ? "form" : "simple" }) } : {}),
  };
}

/** Swagger 2 has the schema's words in the parameter itself. */
function withoutWords(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== "required" && name !== "description" && name !== "content"));
}

function exampleOf(value: Record<string, unknown>): unknown {
  if (Object.hasOwn(value, "example")) return value.example;
  const [first] = ownEntries(value, "examples");
  return first && isDict(first[1]) ? own(first[1], "value") : undefined;
}

/** Parts of the path that nobody described: text. */
export function pathParts(path: string, known: readonly Given[]): Given[] {
  const names = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
  const missing = names.filter((name) => !known.some(({ part }) => part.place === "path" && part.name === name));
  return missing.map((name) => ({
    part: { place: "path" as const, name },
    made: { schema: { type: "string" }, nodes: 1, refs: new Set<string>() },
    required: true,
    example: undefined,
  }));
}
