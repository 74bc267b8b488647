import type { CheerioAPI } from "cheerio";
import { type ContentType, contentType } from "./contentType";
import { type DecodedText, decodeText } from "./decodeText";
import { loadHtml } from "./loadHtml";
import type { Web, WebAnswer, WebRequest } from "./types";

/** What every tool that looks at one page starts from. */
export type Page = {
  answer: WebAnswer;
  type: ContentType;
  /** The body as text; null for what is no text (images, PDF, anything else). */
  decoded: DecodedText | null;
  /** Parsed, where it is HTML. `cut`: only the beginning of a page that is too big or nests too deep. */
  html: { $: CheerioAPI; cut: boolean } | null;
};

const ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

/** Fetches an address and reads it as what it is. A status of 404 is an answer too: whoever asks for pages only must look. */
export async function readPage(web: Web, url: string, request: WebRequest): Promise<Page> {
  const answer = await web.fetch(url, { ...request, headers: { accept: ACCEPT, "accept-language": "en, *;q=0.5", ...request.headers } });
  return pageOf(answer);
}

/** The same for an answer that is there already. */
export async function pageOf(answer: WebAnswer): Promise<Page> {
  const type = contentType(answer);
  const readable = type.kind === "html" || type.kind === "xml" || type.kind === "json" || type.kind === "text";
  const decoded = readable ? decodeText(answer) : null;
  return { answer, type, decoded, html: decoded && type.kind === "html" ? await loadHtml(decoded.text) : null };
}
