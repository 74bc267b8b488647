import { type Page, readPage } from "../../../web/readPage";
import { tooManyRedirects } from "../../../web/refusals";
import { readTarget } from "../../../web/target";
import type { Web, WebHop } from "../../../web/types";
import { ToolRefusal } from "../../refusal";
import type { PageFacts } from "../facts";
import { readPageFacts } from "../page/readPageFacts";
import { redirectOf } from "./redirects";

export type StartAsk = {
  url: string;
  maxAgeSeconds: number;
  signal: AbortSignal;
  /** Throws where the next step may not be taken. */
  permit: (url: string) => Promise<void>;
};

const MOST_REDIRECTS = 10;

/** The page that was asked for. Whatever is no page has no answer, and costs nothing. */
export async function readStart(web: Web, { url: asked, maxAgeSeconds, signal, permit }: StartAsk): Promise<PageFacts> {
  const hops: WebHop[] = [];
  for (let url = readTarget(asked).href; ; ) {
    await permit(url);
    const page = await readPage(web, url, { signal, maxAgeSeconds, timeoutMs: 10_000, maxRedirects: 0 });
    hops.push(...page.answer.hops);
    const next = redirectOf(page.answer);
    if (!next) return factsOf({ ...page, answer: { ...page.answer, hops } }, asked);
    refuseEndless(hops, next);
    url = next;
  }
}

function factsOf(page: Page, asked: string): PageFacts {
  refuseNoPage(page);
  const facts = readPageFacts(page, asked, "asked");
  if (!facts) throw notHtml(page);
  return facts;
}

function refuseEndless(hops: readonly WebHop[], next: string): void {
  if (hops.some(({ url }) => url === next)) throw tooManyRedirects("The redirects lead back to where they came from.");
  if (hops.length > MOST_REDIRECTS) throw tooManyRedirects(`There are more than ${MOST_REDIRECTS} redirects.`);
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
