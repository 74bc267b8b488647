import { countWords, wordsOfMarkdown } from "../../web/extract/countWords";
import { extractHtml } from "../../web/extract/extractHtml";
import { extractPdf } from "../../web/extract/extractPdf";
import { withoutInvisible } from "../../web/extract/invisible";
import { detectLanguage, readLanguage } from "../../web/extract/language";
import type { Page } from "../../web/readPage";
import type { WebAnswer } from "../../web/types";
import { ToolRefusal } from "../refusal";
import type { WebExtractAnswer, WebExtractInput } from "./schema";

/** What the answer tells of a document, whatever it was written in. */
export type Reading = Omit<WebExtractAnswer, "page" | "rendered" | "truncated" | "characters" | "robots"> & { cut: boolean };

type Options = Pick<WebExtractInput, "include_links" | "include_images">;

const NOTHING_SAID = { title: null, author: null, site: null, published: null, modified: null, excerpt: null };
const NO_LISTS = { links: [], links_total: 0, images: [], images_total: 0 };

export async function readHtml(page: Page, html: NonNullable<Page["html"]>, options: Options, signal: AbortSignal): Promise<Reading> {
  const { include_links: links = false, include_images: images = false } = options;
  const { answer } = page;
  const found = await extractHtml(html, page.decoded?.text ?? "", answer.url, { links, images }, signal);
  const { metadata } = found;
  return {
    kind: found.method === "readability" && metadata.article ? "article" : "page",
    method: found.method,
    ...written(found.markdown, found.hidden, metadata.language ?? readLanguage(answer.headers["content-language"])),
    title: metadata.title ?? found.title,
    author: metadata.author ?? found.byline,
    site: metadata.site,
    published: metadata.published,
    modified: metadata.modified,
    excerpt: metadata.description ?? found.excerpt,
    links: links ? found.links.first : [],
    links_total: found.links.total,
    images: images ? found.images.first : [],
    images_total: found.images.total,
    pdf: null,
    cut: html.cut || answer.truncated,
  };
}

export async function readPdf(answer: WebAnswer, signal: AbortSignal): Promise<Reading> {
  if (answer.truncated) throw new ToolRefusal("too_large", "The PDF is larger than 10 MiB.", { hint: "Only smaller ones are read." });
  const { markdown, pages, pagesRead, language, title, author, published, modified } = await extractPdf(answer.body, signal);
  return {
    kind: "pdf",
    method: "pdf",
    ...written(markdown, { elements: 0, characters: 0 }, language),
    ...NOTHING_SAID,
    ...{ title, author, published, modified },
    ...NO_LISTS,
    pdf: { pages, pages_read: pagesRead },
    cut: pagesRead < pages,
  };
}

/** What is text already stays as it is. */
export function readText({ answer, type, decoded }: Page): Reading {
  const text = decoded?.text ?? "";
  if (text.includes("\u0000")) throw notReadable("The text holds bytes that are no text.");
  const seen = type.kind === "json" ? { text, dropped: 0 } : withoutInvisible(text);
  return {
    kind: "text",
    method: "as_is",
    ...written(seen.text, { elements: 0, characters: 0 }, readLanguage(answer.headers["content-language"])),
    hidden: { elements: 0, characters: 0, invisible_characters: seen.dropped },
    ...NOTHING_SAID,
    ...NO_LISTS,
    pdf: null,
    cut: answer.truncated,
  };
}

function written(raw: string, hidden: { elements: number; characters: number }, declared: string | null) {
  const { text: markdown, dropped } = withoutInvisible(raw);
  const words = wordsOfMarkdown(markdown);
  const { words: count, minutes } = countWords(words);
  return {
    markdown,
    language: { declared, detected: detectLanguage(words) },
    word_count: count,
    reading_minutes: minutes,
    hidden: { ...hidden, invisible_characters: dropped },
  };
}

export function readNothing({ type }: Page): never {
  throw notReadable(type.mime ? `The address leads to ${type.mime}.` : "The address leads to something that says not what it is.");
}

function notReadable(why: string): ToolRefusal {
  return new ToolRefusal("not_readable", why, { hint: "Pages, plain text, Markdown, JSON and PDF are read." });
}
