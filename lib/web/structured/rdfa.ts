import type { CheerioAPI } from "cheerio";
import { type HtmlElement, type HtmlNode, isElement, walkTree } from "../tree";
import { addressIn, namesIn, nodeValue, placeOfElement } from "./nodeValue";
import { Allowance, type DataItem, type DataValue, isSchemaOrg, shortName } from "./types";

/** What holds below an element. */
type Scope = { vocab: string; prefixes: ReadonlyMap<string, string>; item: DataItem | null; depth: number };

/** Prefixes that every reader of RDFa knows. */
const KNOWN = new Map([
  ["schema", "http://schema.org/"],
  ["og", "http://ogp.me/ns#"],
  ["dc", "http://purl.org/dc/terms/"],
  ["foaf", "http://xmlns.com/foaf/0.1/"],
  ["gr", "http://purl.org/goodrelations/v1#"],
]);

/**
 * The things that a page describes in RDFa, in the part of it that search engines ask for (RDFa Lite and `content`, `datetime`
 * and `about`). Properties of the page itself, such as Open Graph's, belong to none of them.
 */
export function readRdfa($: CheerioAPI, base: string, allowance = new Allowance()): DataItem[] {
  const scopes = new Map<HtmlNode, Scope>();
  const outside: Scope = { vocab: "", prefixes: KNOWN, item: null, depth: 0 };
  const tops: DataItem[] = [];
  for (const root of $.root().toArray()) {
    walkTree(root, (node) => {
      if (!isElement(node)) return true;
      const outer = (node.parent && scopes.get(node.parent)) || outside;
      const scope = enter(node, outer, { base, allowance, tops });
      if (scope !== outer || outer !== outside) scopes.set(node, scope);
      return true;
    });
  }
  return tops;
}

type Reading = { base: string; allowance: Allowance; tops: DataItem[] };

function enter(element: HtmlElement, outer: Scope, { base, allowance, tops }: Reading): Scope {
  const { attribs } = element;
  if (!("vocab" in attribs || "prefix" in attribs || "typeof" in attribs || "property" in attribs)) return outer;
  const scope: Scope = { ...outer, vocab: attribs.vocab ?? outer.vocab, prefixes: prefixesOf(attribs.prefix, outer.prefixes) };
  const names = namesIn(attribs.property)
    .map((name) => expand(name, scope))
    .filter((name) => name !== null);
  if (attribs.typeof !== undefined) {
    if (!allowance.item(scope.depth)) return scope;
    const item = newItem(element, scope);
    if (names.length > 0 && scope.item) for (const name of names) add(scope.item, name, item);
    else tops.push(item);
    return { ...scope, item, depth: scope.depth + 1 };
  }
  if (scope.item && names.length > 0 && allowance.value()) {
    const value = readValue(element, base, allowance);
    for (const name of names) add(scope.item, name, value);
  }
  return scope;
}

function newItem(element: HtmlElement, scope: Scope): DataItem {
  const full = namesIn(element.attribs.typeof).map((name) => expand(name, scope) ?? name);
  return {
    format: "rdfa",
    types: full.map(shortName),
    schemaOrg: full.some(isSchemaOrg),
    id: element.attribs.about ?? element.attribs.resource ?? null,
    properties: new Map(),
    where: placeOfElement(element),
    reference: false,
  };
}

function add(item: DataItem, name: string, value: DataValue): void {
  const short = shortName(name);
  const values = item.properties.get(short);
  if (values) values.push(value);
  else item.properties.set(short, [value]);
}

function readValue(element: HtmlElement, base: string, allowance: Allowance): string {
  const { content, resource } = element.attribs;
  if (content === undefined && resource !== undefined) return addressIn(resource, base, allowance);
  return nodeValue(element, base, allowance);
}

/** null: a bare name where no vocabulary holds means nothing. */
function expand(name: string, { vocab, prefixes }: Scope): string | null {
  const colon = name.indexOf(":");
  if (colon < 0) return vocab ? `${vocab}${name}` : null;
  const prefix = prefixes.get(name.slice(0, colon).toLowerCase());
  return prefix === undefined ? name : `${prefix}${name.slice(colon + 1)}`;
}

function prefixesOf(text: string | undefined, outer: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const parts = namesIn(text);
  if (parts.length < 2) return outer;
  const all = new Map(outer);
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [name = "", iri = ""] = [parts[index], parts[index + 1]];
    if (name.endsWith(":")) all.set(name.slice(0, -1).toLowerCase(), iri);
  }
  return all;
}
