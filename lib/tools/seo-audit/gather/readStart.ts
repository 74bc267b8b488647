import { type Page, readPage } from "../../../web/readPage";
import type { Web } from "../../../web/types";
import { ToolRefusal } from "../../refusal";
import type { PageFacts } from "../facts";
import { readPageFacts } from "../page/readPageFacts";

export type StartAsk = { url: string; maxAgeSeconds: number; signal: AbortSignal };

/** The page that was asked for. Whatever is no page has no answer, and costs nothing. */
export async function readStart(web: Web, { url, maxAgeSeconds, signal }: StartAsk): Promise<PageFacts> {
  const page = await readPage(web, url, { signal, maxAgeSeconds, timeoutMs: 10_000, maxRedirects: 10 });
  refuseNoPage(page);
  const facts = readPageFacts(page, url, "asked");
  if (!facts) throw notHtml(page);
  return facts;
}

function refuseNoPage(page: Page): void {
  const { status } = page.answer;
  if (status < 200 || status > 299) {
    throw new ToolRefusal("bad_status", `The server answered ${status} instead of the page.`, {
      hint: status === 403 || status === 401 || status === 429 ? "The site turns robots away." : "Audit an address that answers 200.",
    });
  }
  if (!page.html) throw notHtml(page);
  if (page.answer.body.length === 0) throw new ToolRefusal("not_html", "The server sent an empty page.");
}

function notHtml({ type }: Page): ToolRefusal {
  return new ToolRefusal("not_html", `What came is ${type.mime ?? "no text that says what it is"}, not a web page.`, {
    hint: "Give the address of an HTML page.",
  });
}
