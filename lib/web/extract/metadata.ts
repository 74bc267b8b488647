import type { CheerioAPI } from "cheerio";
import { cleanText } from "../../cleanText";
import { metaContent, metaTags } from "../head/metaTags";
import { linkItems } from "../structured/jsonLd";
import { readJsonLdScripts } from "../structured/jsonLdScripts";
import { type DataItem, type DataValue, isItem } from "../structured/types";
import { readDate } from "./dates";
import { readLanguage } from "./language";

/** What a page says about itself; null where it says nothing. */
export type Metadata = {
  title: string | null;
  author: string | null;
  site: string | null;
  published: string | null;
  modified: string | null;
  description: string | null;
  language: string | null;
  /** It calls itself an article. */
  article: boolean;
};

const ARTICLES = /(^|[a-z])(Article|BlogPosting|Report|LiveBlogPosting|Recipe)$/;

/** Reads the head, Open Graph and JSON-LD of a page; of those that disagree, the one that was made for readers counts first. */
export function readMetadata($: CheerioAPI, source: string): Metadata {
  const { items } = readJsonLdScripts($, source);
  linkItems(items);
  const told = items.filter(({ types }) => types.some((type) => ARTICLES.test(type)));
  const first = told.at(0);
  const tags = metaTags($);
  const meta = (name: string) => metaContent(tags, name);
  return {
    title: line(meta("og:title") ?? text(first, "headline") ?? ($("title").first().text() || meta("twitter:title"))),
    author: line(people(first?.properties.get("author")) ?? meta("author") ?? meta("article:author:name") ?? meta("dc.creator")),
    site: line(meta("og:site_name") ?? meta("application-name") ?? nameOf(first?.properties.get("publisher")?.[0])),
    published: firstDate(meta("article:published_time"), text(first, "datePublished"), meta("date"), meta("dc.date"), timeOf($)),
    modified: firstDate(meta("article:modified_time"), text(first, "dateModified"), meta("last-modified")),
    description: line(meta("description") ?? meta("og:description")),
    language: readLanguage($("html").attr("lang") ?? $("html").attr("xml:lang") ?? meta("content-language")),
    article: told.length > 0 || meta("og:type") === "article",
  };
}

function timeOf($: CheerioAPI): string | null {
  return $("time[pubdate], time[itemprop=datePublished], article time[datetime]").first().attr("datetime") ?? null;
}

function firstDate(...given: (string | null)[]): string | null {
  return given.map(readDate).find((date) => date !== null) ?? null;
}

function text(item: DataItem | undefined, name: string): string | null {
  const value = item?.properties.get(name)?.[0];
  return typeof value === "string" ? value : null;
}

function people(values: readonly DataValue[] | undefined): string | null {
  const names = (values ?? [])
    .slice(0, 10)
    .map(nameOf)
    .filter((name) => name !== null);
  return names.length > 0 ? names.join(", ") : null;
}

function nameOf(value: DataValue | undefined): string | null {
  if (typeof value === "string") return URL.canParse(value) ? null : value;
  return value !== undefined && isItem(value) ? text(value, "name") : null;
}

function line(given: string | null | undefined): string | null {
  return (given && cleanText(given, 300)) || null;
}
