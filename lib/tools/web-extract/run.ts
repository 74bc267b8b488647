import { fetchedOf } from "../../web/fetchedOf";
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

/** Fetches the address and reads it as what it is, while robots.txt is asked. */
export async function run(input: WebExtractInput, ctx: ToolContext): Promise<WebExtractAnswer> {
  const request: WebRequest = { signal: ctx.signal, maxAgeSeconds: input.max_age ?? 0 };
  const answer = await ctx.web.fetch(input.url, { ...request, maxBytes: MOST_BYTES, headers: HEADERS });
  refuseErrors(answer.status);
  const [{ page, reading }, robots] = await Promise.all([read(answer, input, ctx.signal), reportRobots(ctx.web, answer.url, request)]);
  if (reading.word_count === 0) throw noText(reading);
  const { cut, ...told } = reading;
  const most = input.max_chars ?? USUAL_CHARS;
  return {
    page: fetchedOf(page.answer),
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
  const hint = kind === "page" ? "Pages that scripts build are empty without them." : "";
  return new ToolRefusal("no_text", why, { hint });
}
