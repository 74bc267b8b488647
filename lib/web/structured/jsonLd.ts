import { type Context, expand, NO_CONTEXT, readContext } from "./jsonLdContext";
import { Allowance, type DataItem, type DataValue, isItem, isSchemaOrg, shortName } from "./types";

export type JsonLdItems = {
  items: DataItem[];
  /** Objects that no search engine takes for anything, with the reason. */
  nameless: { where: string; why: "no_context" | "remote_context" | "no_type" }[];
};

type Json = unknown;

/** The things in one JSON-LD document. References within it are left as they are; `linkItems` ties them. */
export function readJsonLd(document: Json, where: string, allowance = new Allowance()): JsonLdItems {
  const items: DataItem[] = [];
  const nameless: JsonLdItems["nameless"] = [];
  const top = (value: Json, context: Context, at: string): void => {
    if (Array.isArray(value)) {
      for (const [index, one] of value.entries()) if (allowance.value()) top(one, context, `${at}[${index}]`);
      return;
    }
    if (typeof value !== "object" || value === null) return;
    const own = value as Record<string, Json>;
    const inner = "@context" in own ? readContext(own["@context"], context) : context;
    if (Array.isArray(own["@graph"])) top(own["@graph"], inner, `${at} @graph`);
    const item = readItem(own, inner, { at, allowance, depth: 0 });
    if (!item || (item.properties.size === 0 && item.types.length === 0)) return;
    if (inner.vocabulary === "none") nameless.push({ where: at, why: "no_context" });
    else if (inner.vocabulary === "remote") nameless.push({ where: at, why: "remote_context" });
    else if (item.types.length === 0) nameless.push({ where: at, why: "no_type" });
    items.push(item);
  };
  top(document, NO_CONTEXT, where);
  return { items, nameless };
}

type Place = { at: string; allowance: Allowance; depth: number };

function readItem(own: Record<string, Json>, outer: Context, place: Place): DataItem | null {
  if (!place.allowance.item(place.depth)) return null;
  const context = place.depth > 0 && "@context" in own ? readContext(own["@context"], outer) : outer;
  const item: DataItem = {
    format: "json-ld",
    types: [],
    schemaOrg: false,
    id: null,
    properties: new Map(),
    where: place.at,
    reference: false,
  };
  for (const [name, value] of Object.entries(own)) {
    const known = expand(name, context);
    if (known === "@type") {
      const full = texts(value).map((type) => expand(type, context));
      item.types = full.map(shortName);
      item.schemaOrg = full.some(isSchemaOrg);
    }
    if (known === "@id") item.id = texts(value)[0] ?? null;
    if (!known.startsWith("@")) {
      const values = readValues(value, context, place);
      const short = shortName(known);
      if (values.length > 0) item.properties.set(short, [...(item.properties.get(short) ?? []), ...values]);
    }
  }
  item.reference = item.id !== null && item.types.length === 0 && item.properties.size === 0;
  return item;
}

function readValues(value: Json, context: Context, { at, allowance, depth }: Place): DataValue[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return depth > 60 ? [] : value.flatMap((one) => readValues(one, context, { at, allowance, depth: depth + 1 }));
  if (!allowance.value()) return [];
  if (typeof value === "string") return [allowance.take((most) => value.slice(0, most))];
  if (typeof value === "number" || typeof value === "boolean") return [value];
  const own = value as Record<string, Json>;
  const inner = own["@value"] ?? own["@list"] ?? own["@set"];
  if (inner !== undefined) return readValues(inner, context, { at, allowance, depth: depth + 1 });
  const item = readItem(own, context, { at, allowance, depth: depth + 1 });
  return item ? [item] : [];
}

function texts(value: Json): string[] {
  return [value]
    .flat()
    .filter((one): one is string => typeof one === "string")
    .slice(0, 20);
}

/** Puts in place of each reference the thing that it names, where the page describes it. */
export function linkItems(items: readonly DataItem[]): void {
  const named = new Map<string, DataItem>();
  const all = [...items];
  for (let index = 0; index < all.length; index += 1) {
    const item = all[index] as DataItem;
    if (item.id !== null && !item.reference && !named.has(item.id)) named.set(item.id, item);
    for (const values of item.properties.values()) for (const value of values) if (isItem(value)) all.push(value);
  }
  for (const item of all) {
    for (const [name, values] of item.properties) {
      item.properties.set(
        name,
        values.map((value) => (isItem(value) && value.reference ? (named.get(value.id ?? "") ?? value) : value)),
      );
    }
  }
}
