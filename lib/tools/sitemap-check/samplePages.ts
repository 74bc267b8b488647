import { contentType } from "../../web/contentType";
import { decodeText } from "../../web/decodeText";
import { headerRobots } from "../../web/head/robotsDirectives";
import type { Manners } from "../../web/robots/manners";
import type { Web, WebRequest } from "../../web/types";
import { ToolRefusal } from "../refusal";
import type { SitemapCheckAnswer } from "./schema";

type SampledPage = SitemapCheckAnswer["sample"][number];

/** Enough of a page to find its robots tag, which belongs near the start. */
const PAGE_BYTES = 64 * 1024;
const SIDE_BY_SIDE = 3;
/** After this long no further page is begun, so that the answer comes within its time. */
const BUDGET_MS = 12_000;

/** So many of a list, spread evenly over it. */
export function spread<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, index) => all[Math.floor((index * all.length) / most)] as T);
}

/** Asks each page once, a few side by side, and one after the other where the site wishes for a pause. */
export async function samplePages(web: Web, urls: readonly string[], manners: Manners, request: WebRequest): Promise<SampledPage[]> {
  const until = performance.now() + BUDGET_MS;
  const answers: SampledPage[] = urls.map((url) => ({ url, verdict: "not_asked", status: null, ms: null, note: null }));
  let next = 0;
  const work = async () => {
    for (let index = next++; index < urls.length; index = next++) {
      const page = answers[index] as SampledPage;
      if (performance.now() + manners.delay * 1_000 > until)
        page.note = manners.delay > 0 ? "The site asks for a pause between requests." : "The time was over.";
      else answers[index] = await askPage(web, page.url, manners, request);
    }
  };
  await Promise.all(Array.from({ length: manners.delay > 0 ? 1 : SIDE_BY_SIDE }, work));
  return answers;
}

async function askPage(web: Web, url: string, manners: Manners, request: WebRequest): Promise<SampledPage> {
  const blank = { url, status: null, ms: null, note: null };
  try {
    const refused = await manners.forbids(url);
    if (refused) return { ...blank, verdict: "forbidden", note: refused };
    await manners.pause();
    const answer = await web.fetch(url, { ...request, maxBytes: PAGE_BYTES, maxRedirects: 0, timeoutMs: 6_000, patienceMs: 8_000 });
    const { status, headers } = answer;
    const known = { url, status, ms: answer.totalMs };
    if (status >= 500) return { ...known, verdict: "error", note: `It answered ${status}.` };
    if (status >= 400) return { ...known, verdict: "missing", note: `It answered ${status}.` };
    if (status >= 300) return { ...known, verdict: "redirect", note: headers.location ? `To ${headers.location.slice(0, 300)}` : null };
    const note = noindexIn(headers["x-robots-tag"], contentType(answer).kind === "html" ? decodeText(answer).text : "");
    return { ...known, verdict: note ? "noindex" : "ok", note };
  } catch (error) {
    if (!(error instanceof ToolRefusal) || request.signal.aborted) throw error;
    return { ...blank, verdict: error.kind === "busy" ? "not_asked" : "error", note: error.message };
  }
}

/** Where the page says that it is not to be listed. Read without parsing: only its tags near the start matter. */
function noindexIn(header: string | undefined, html: string): string | null {
  if (headerRobots(header).some(({ agent, rules }) => agent === "*" && (rules.includes("noindex") || rules.includes("none"))))
    return "X-Robots-Tag says noindex.";
  for (const [tag] of html.matchAll(/<meta\s[^>]{0,500}>/gi)) {
    if (/\bname\s*=\s*["']?robots["'\s>]/i.test(tag) && /\bcontent\s*=\s*["']?[^"'>]*\b(noindex|none)\b/i.test(tag))
      return "Its robots tag says noindex.";
  }
  return null;
}
