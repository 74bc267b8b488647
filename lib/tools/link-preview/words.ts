import type { CheerioAPI } from "cheerio";
import { jsonLdBlocks, jsonLdNodes, typesOf } from "../../web/head/jsonLd";
import { type LinkTag, resolveUrl } from "../../web/head/linkTags";
import { type MetaTag, metaContent } from "../../web/head/metaTags";
import type { LinkPreviewAnswer } from "./schema";
import { firstOf, type Place } from "./sources";

export type Head = { $: CheerioAPI; tags: readonly MetaTag[]; links: readonly LinkTag[]; base: string };

type Described = Pick<
  LinkPreviewAnswer,
  "title" | "description" | "site_name" | "type" | "canonical" | "author" | "published" | "modified" | "language" | "theme_colour" | "card"
>;

/** What the page says of itself in words, each from the first place that says it. */
export function wordsOf({ $, tags, links, base }: Head): Described {
  const meta = (key: string): Place => ({ source: key, value: metaContent(tags, key) });
  const nodes = jsonLdNodes(jsonLdBlocks($));
  const data = (name: string): Place => ({ source: `JSON-LD ${name}`, value: textIn(nodes.find((node) => textIn(node[name]))?.[name]) });
  const canonical = links.find(({ rel }) => rel.includes("canonical"));
  const address = (place: Place): Place => ({ ...place, value: place.value ? resolveUrl(place.value, base) : null });
  return {
    title: firstOf([
      meta("og:title"),
      meta("twitter:title"),
      { source: "title", value: $("head title").first().text() || $("title").first().text() },
      data("headline"),
      { source: "h1", value: $("h1").first().text().slice(0, 2_000) },
    ]),
    description: firstOf([meta("og:description"), meta("twitter:description"), meta("description"), data("description")], 1_000),
    site_name: firstOf([meta("og:site_name"), meta("application-name"), meta("apple-mobile-web-app-title")]),
    type: firstOf([meta("og:type"), { source: "JSON-LD @type", value: nodes[0] ? typesOf(nodes[0])[0] : null }]),
    canonical: firstOf([{ source: "link canonical", value: canonical?.url }, address(meta("og:url"))], 2_048),
    author: firstOf([meta("author"), meta("article:author"), data("author"), meta("twitter:creator"), relAuthor($)]),
    published: firstOf([
      meta("article:published_time"),
      data("datePublished"),
      meta("date"),
      meta("dc.date"),
      { source: "time", value: $("article time[datetime], main time[datetime]").first().attr("datetime") },
    ]),
    modified: firstOf([meta("article:modified_time"), meta("og:updated_time"), data("dateModified")]),
    language: firstOf([{ source: "html lang", value: $("html").attr("lang") }, meta("og:locale"), meta("content-language")], 40),
    theme_colour: firstOf([meta("theme-color"), meta("msapplication-tilecolor")], 60),
    card: firstOf([meta("twitter:card")], 60),
  };
}

function relAuthor($: CheerioAPI): Place {
  return { source: "rel author", value: $('a[rel~="author"]').first().text().slice(0, 500) };
}

/** A text, or the name of the thing that stands where a text could. */
function textIn(value: unknown): string | null {
  const [first] = [value].flat();
  if (typeof first === "string") return first;
  if (typeof first !== "object" || first === null) return null;
  const { name } = first as { name?: unknown };
  return typeof name === "string" ? name : null;
}
