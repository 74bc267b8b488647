import { setImmediate } from "node:timers/promises";
import { baseUrl } from "../head/linkTags";
import type { LoadedHtml } from "../loadHtml";
import { type HtmlNode, isElement } from "../tree";
import { dropHidden, type Hidden } from "./dropHidden";
import { type Metadata, readMetadata } from "./metadata";
import { inPageThread } from "./threads";
import { tidy } from "./tidy";

export type Listed<T> = { total: number; first: T[] };

/** What a thread makes of a page. */
type Written = {
  method: "readability" | "body";
  markdown: string;
  title: string | null;
  byline: string | null;
  excerpt: string | null;
  links: Listed<{ url: string; text: string }>;
  images: Listed<{ url: string; alt: string }>;
};

export type ExtractedHtml = Written & { metadata: Metadata; hidden: Hidden };

export type ExtractOptions = { links: boolean; images: boolean };

/** The search for the main part takes time with the square of some pages' depth and size. */
const DEEPEST_ARTICLE = 150;
const LARGEST_ARTICLE = 40_000;

/**
 * The main part of a page as Markdown, or all of it where no main part is found. Takes the tree apart. Refuses `too_complex`,
 * `too_slow` and `queue_full`.
 */
export async function extractHtml(
  { $ }: LoadedHtml,
  source: string,
  url: string,
  options: ExtractOptions,
  signal: AbortSignal,
): Promise<ExtractedHtml> {
  const metadata = readMetadata($, source);
  const base = baseUrl($, url);
  const title = $("title").first().text().slice(0, 500);
  await setImmediate();
  const hidden = dropHidden($);
  await setImmediate();
  tidy($, base);
  await setImmediate();
  const { elements, depth } = measure($.root()[0] as HtmlNode);
  const body = $("body").html() ?? "";
  const html = `<!doctype html><html><head><title>${escaped(title)}</title></head><body>${body}</body></html>`;
  const readability = elements <= LARGEST_ARTICLE && depth <= DEEPEST_ARTICLE;
  const written = await inPageThread<Written>("page", { html, article: metadata.article, readability, ...options }, signal);
  return { ...written, metadata, hidden };
}

function measure(root: HtmlNode): { elements: number; depth: number } {
  let [elements, depth] = [0, 0];
  const open: { node: HtmlNode; level: number }[] = [{ node: root, level: 0 }];
  for (let at = open.pop(); at; at = open.pop()) {
    if (isElement(at.node)) elements += 1;
    depth = Math.max(depth, at.level);
    if ("children" in at.node) for (const node of at.node.children) open.push({ node, level: at.level + 1 });
  }
  return { elements, depth };
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
