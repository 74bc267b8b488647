import type { CheerioAPI } from "cheerio";
import { cleanText } from "../../cleanText";

export type MetaTag = { kind: "name" | "property" | "http-equiv" | "charset" | "itemprop"; key: string; content: string };

const MOST = 300;
const LONGEST = 2_000;

/** Every meta tag that says something, its name in lower case, in the order of the page. */
export function metaTags($: CheerioAPI): MetaTag[] {
  const tags: MetaTag[] = [];
  for (const element of $("meta").toArray().slice(0, MOST)) {
    const { charset, content = "", ...attributes } = element.attribs;
    if (charset !== undefined) tags.push({ kind: "charset", key: "charset", content: cleanText(charset, 40) });
    for (const kind of ["name", "property", "http-equiv", "itemprop"] as const) {
      const key = attributes[kind]?.trim().toLowerCase().slice(0, 100);
      if (key) tags.push({ kind, key, content: cleanText(content, LONGEST) });
    }
  }
  return tags;
}

/** The first tag of that name with something in it. Old pages write `name` where `property` belongs, and the other way. */
export function metaContent(tags: readonly MetaTag[], key: string): string | null {
  return tags.find((tag) => tag.key === key && tag.kind !== "charset" && tag.content !== "")?.content ?? null;
}
