import { type RenderedPage, renderPage } from "../../web/browser/renderPage";
import { contentType } from "../../web/contentType";
import { fetchedOf } from "../../web/fetchedOf";
import { loadHtml } from "../../web/loadHtml";
import { type Page, pageOf } from "../../web/readPage";
import { reportRobots } from "../../web/robots/reportRobots";
import type { WebAnswer, WebRequest } from "../../web/types";
import type { ToolContext } from "../define";
import { ToolRefusal } from "../refusal";
import { cutMarkdown } from "./cut";
import { type Reading, readHtml, readNothing, readPdf, readText } from "./read";
import { USUAL_CHARS, type WebExtractAnswer, type WebExtractInput } from "./schema";

/** PDFs may be so large; of pages and texts, less is read. */
const MOST_BYTES = 10 * 1024 * 1024;
const MOST_TEXT_BYTES = 2 * 1024 * 1024;
const HEADERS = { accept: "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", "accept-language": "en, *;q=0.5" };

/** How a page is opened in a browser. */
export type Render = (url: string, signal: AbortSignal) => Promise<RenderedPage>;

export async function run(input: WebExtractInput, ctx: ToolContext): Promise<WebExtractAnswer> {
  return extract(input, ctx, (url, signal) => renderPage(url, signal, { through: ctx.web }));
}

/** Fetches the address and reads it as what it is, while robots.txt is asked; a browser opens it again where that is wished for. */
export async function extract(input: WebExtractInput, ctx: ToolContext, render: Render): Promise<WebExtractAnswer> {
  const request: WebRequest = { signal: ctx.signal, maxAgeSeconds: input.max_age ?? 0 };
  const answer = await ctx.web.fetch(input.url, { ...request, maxBytes: MOST_BYTES, headers: HEADERS });
  const rendered = input.render === true && contentType(answer).kind === "html";
  if (!rendered) refuseErrors(answer.status);
  const reads = rendered ? readRendered(await render(answer.url, ctx.signal), answer, input, ctx.signal) : read(answer, input, ctx.signal);
  const [{ page, reading }, robots] = await Promise.all([reads, reportRobots(ctx.web, answer.url, request)]);
  if (reading.word_count === 0) throw noText(reading);
  const { cut, ...told } = reading;
  const most = input.max_chars ?? USUAL_CHARS;
  return {
    page: fetchedOf(page.answer),
    rendered,
    ...told,
    markdown: cutMarkdown(told.markdown, most),
    truncated: cut || told.markdown.length > most,
    characters: told.markdown.length,
    robots,
  };
}

async function read(answer: WebAnswer, input: WebExtractInput, signal: AbortSignal): Promise<{ page: Page; reading: Reading }> {
  if (isPdf(answer)) return { page: { answer, type: PDF, decoded: null, html: null }, reading: await readPdf(answer, signal) };
  const page = await pageOf(withinText(answer));
  if (page.html) return { page, reading: await readHtml(page, page.html, input, signal) };
  if (page.decoded && page.type.kind !== "xml") return { page, reading: readText(page) };
  return readNothing(page);
}

/** What a browser made of the page. Its first answer says what kind of thing it is; the rest is told as the browser found it. */
async function readRendered({ html, url, status }: RenderedPage, first: WebAnswer, input: WebExtractInput, signal: AbortSignal) {
  refuseErrors(status);
  const source = html.slice(0, MOST_TEXT_BYTES);
  const answer = { ...first, url, status, truncated: source.length < html.length, body: Buffer.from(source) };
  const decoded = { text: source, charset: "utf-8", from: "bom", claims: { header: null, document: null }, malformed: false } as const;
  const loaded = await loadHtml(source);
  // Words for those who run no scripts: they are run.
  loaded.$("noscript").remove();
  const page: Page = { answer, type: contentType(first), decoded, html: loaded };
  return { page, reading: await readHtml(page, loaded, input, signal) };
}

const PDF = { mime: "application/pdf", charset: null, kind: "pdf" } as const;

/** Many servers call a PDF a mere file. */
function isPdf({ headers, body }: WebAnswer): boolean {
  const type = (headers["content-type"] ?? "").toLowerCase();
  const vague = type === "" || type.startsWith("application/octet-stream") || type.startsWith("application/x-pdf");
  return type.startsWith("application/pdf") || (vague && body.subarray(0, 5).equals(Buffer.from("%PDF-")));
}

function withinText(answer: WebAnswer): WebAnswer {
  if (answer.body.length <= MOST_TEXT_BYTES) return answer;
  return { ...answer, body: answer.body.subarray(0, MOST_TEXT_BYTES), truncated: true };
}

function refuseErrors(status: number): void {
  if (status < 400) return;
  const hint = status === 402 ? "The site asks its readers to pay." : "Ask for a page that is there and open to all.";
  throw new ToolRefusal("page_error", `The address answered ${status}.`, { hint });
}

function noText({ kind, hidden }: Reading): ToolRefusal {
  const why = hidden.characters > 0 ? "All text in the page is hidden." : "There is no text in it.";
  const hint = kind === "page" ? "Pages that scripts build are empty without them: `render` runs them." : "";
  return new ToolRefusal("no_text", why, { hint });
}
