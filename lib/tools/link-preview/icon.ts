import { contentType } from "../../web/contentType";
import { quietly } from "../../web/quietly";
import type { Web, WebRequest } from "../../web/types";
import type { LinkPreviewAnswer } from "./schema";
import type { Head } from "./words";

type Icon = LinkPreviewAnswer["favicon"];

const WISHED = 64;

/** The icon nearest to the size of a preview; where the page names none, the one that browsers look for. */
export async function findIcon({ links }: Head, pageUrl: string, web: Web, request: WebRequest): Promise<Icon> {
  const named = links.filter(({ rel, url, media }) => url && !media && (rel.includes("icon") || rel.includes("apple-touch-icon")));
  const [best] = named.sort((a, b) => misfit(a.sizes) - misfit(b.sizes));
  if (best?.url) return { url: best.url, source: `link ${best.rel.join(" ")}`, type: best.type, sizes: best.sizes };
  const usual = new URL("/favicon.ico", pageUrl).href;
  const answer = await quietly(web.fetch(usual, { ...request, maxBytes: 1_024 }), request.signal);
  if (!answer || answer.status >= 400 || answer.body.length === 0) return null;
  const { kind, mime } = contentType(answer);
  return kind === "image" ? { url: answer.url, source: "/favicon.ico", type: mime, sizes: null } : null;
}

/** How far the icon is from the wished size; one that fits every size is as good as exact. */
function misfit(sizes: string | null): number {
  if (sizes === "any") return 0;
  const width = Number(/^(\d{1,4})x/.exec(sizes ?? "")?.[1] ?? 16);
  return width >= WISHED ? (width - WISHED) / 100 : WISHED - width;
}
