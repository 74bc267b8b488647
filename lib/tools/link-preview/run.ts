import { load } from "cheerio";
import { fetchedOf } from "../../web/fetchedOf";
import { baseUrl, linkTags } from "../../web/head/linkTags";
import { type MetaTag, metaTags } from "../../web/head/metaTags";
import { type Page, readPage } from "../../web/readPage";
import type { WebRequest } from "../../web/types";
import type { ToolContext } from "../define";
import { ToolRefusal } from "../refusal";
import { findIcon } from "./icon";
import { askOembed } from "./oembed";
import { findPicture, sizeOf } from "./picture";
import type { LinkPreviewAnswer, LinkPreviewInput } from "./schema";
import { type Head, wordsOf } from "./words";

const MOST_TAGS = 60;
const OPEN_GRAPH = /^(og|article|product|profile|book|music|video|fb):/;

/** Reads the page, then what it names: its picture, its icon and its oEmbed address, side by side. */
export async function run(input: LinkPreviewInput, ctx: ToolContext): Promise<LinkPreviewAnswer> {
  const request: WebRequest = { signal: ctx.signal, maxAgeSeconds: input.max_age ?? 0 };
  const page = await readPage(ctx.web, input.url, request);
  const { status } = page.answer;
  if (status >= 400) throw new ToolRefusal("page_error", `The page answered ${status}.`, { hint: "Ask for a page that is there." });
  const head = headOf(page);
  // On the side, a busy host is waited for a moment, and a slow one not for long.
  const side: WebRequest = { ...request, timeoutMs: 4_000, patienceMs: 2_000 };
  const [image, favicon, oembed] = await Promise.all([
    page.type.kind === "image" ? itself(page) : findPicture(head, ctx.web, side),
    findIcon(head, page.answer.url, ctx.web, side),
    askOembed(head, ctx.web, side),
  ]);
  const openGraph = head.tags.filter(({ key }) => OPEN_GRAPH.test(key));
  const twitter = head.tags.filter(({ key }) => key.startsWith("twitter:"));
  const leftOut = Math.max(0, openGraph.length - MOST_TAGS) + Math.max(0, twitter.length - MOST_TAGS);
  return {
    page: fetchedOf(page.answer),
    ...wordsOf(head),
    image,
    favicon,
    open_graph: list(openGraph),
    twitter: list(twitter),
    oembed,
    tags_left_out: leftOut,
  };
}

/** What is no HTML has no head, and says nothing. */
function headOf({ html, answer }: Page): Head {
  const $ = html?.$ ?? load("");
  const base = baseUrl($, answer.url);
  return { $, tags: metaTags($), links: linkTags($, base), base };
}

function list(tags: readonly MetaTag[]) {
  return tags.slice(0, MOST_TAGS).map(({ key, content }) => ({ key, content: content.slice(0, 500) }));
}

/** A picture's own address is its preview. */
function itself({ answer, type }: Page): LinkPreviewAnswer["image"] {
  const size = sizeOf(answer.body);
  return {
    url: answer.url,
    source: "the address itself",
    alt: null,
    width: size?.width ?? null,
    height: size?.height ?? null,
    type: type.mime,
    size_from: size ? "file" : "not_measured",
    answered: true,
  };
}
