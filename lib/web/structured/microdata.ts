import type { CheerioAPI } from "cheerio";
import { type HtmlElement, isElement, walkTree } from "../tree";
import { namesIn, nodeValue, placeOfElement } from "./nodeValue";
import { Allowance, type DataItem, type DataValue, isSchemaOrg, shortName } from "./types";

type Page = { byId: ReadonlyMap<string, HtmlElement>; base: string; allowance: Allowance };

/** The things that a page describes in microdata, the outermost of them; those within are values of their properties. */
export function readMicrodata($: CheerioAPI, base: string, allowance = new Allowance()): DataItem[] {
  const byId = new Map<string, HtmlElement>();
  const tops: HtmlElement[] = [];
  for (const root of $.root().toArray()) {
    walkTree(root, (node) => {
      if (!isElement(node)) return true;
      if (node.attribs.id && !byId.has(node.attribs.id)) byId.set(node.attribs.id, node);
      if (node.attribs.itemscope !== undefined && node.attribs.itemprop === undefined) tops.push(node);
      return true;
    });
  }
  return tops.map((element) => readItem(element, { byId, base, allowance }, [])).filter((item) => item !== null);
}

/** `inside`: the items that this one stands in: one that is within itself by itemref is not followed. */
function readItem(element: HtmlElement, page: Page, inside: readonly HtmlElement[]): DataItem | null {
  if (inside.includes(element) || !page.allowance.item(inside.length)) return null;
  const full = namesIn(element.attribs.itemtype);
  const item: DataItem = {
    format: "microdata",
    types: full.map(shortName),
    schemaOrg: full.some(isSchemaOrg),
    id: element.attribs.itemid ?? null,
    properties: new Map(),
    where: placeOfElement(element),
    reference: false,
  };
  const add = (name: string, value: DataValue) => {
    const short = shortName(name);
    const values = item.properties.get(short);
    if (values) values.push(value);
    else item.properties.set(short, [value]);
  };
  const referred = namesIn(element.attribs.itemref).map((id) => page.byId.get(id));
  for (const root of new Set([element, ...referred.filter((one) => one !== undefined)])) {
    const look = (node: HtmlElement): boolean => {
      const nested = node.attribs.itemscope !== undefined;
      const names = namesIn(node.attribs.itemprop);
      if (names.length > 0 && page.allowance.value()) {
        const value = nested ? readItem(node, page, [...inside, element]) : nodeValue(node, page.base, page.allowance);
        if (value !== null) for (const name of names) add(name, value);
      }
      return !nested;
    };
    // What is referred to is itself part of the item; the item's own element is not.
    if (root !== element && !look(root)) continue;
    walkTree(root, (node) => {
      if (!page.allowance.step()) return "stop";
      return isElement(node) ? look(node) : true;
    });
  }
  return item;
}
