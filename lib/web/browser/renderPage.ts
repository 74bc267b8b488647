import "server-only";
import { ToolRefusal } from "../../tools/refusal";
import type { Web } from "../types";
import { web } from "../web";
import type { BrowserPool } from "./browserPool";
import { browsers } from "./browsers";
import { inTime } from "./inTime";
import { DESKTOP } from "./looks";
import { visit } from "./visit";

export type RenderedPage = { html: string; url: string; status: number };

const MOST_CHARACTERS = 5_000_000;
const READ_MS = 5_000;

/** What stands in a page once its scripts have run, as HTML. Refuses as `web.fetch` does, and as a browser may. */
export async function renderPage(
  url: string,
  signal: AbortSignal,
  { through = web(), pool = browsers() }: { through?: Web; pool?: BrowserPool } = {},
): Promise<RenderedPage> {
  await through.check(url);
  return pool.call({
    kind: "render",
    web: through,
    signal,
    look: DESKTOP,
    use: async (context, proxy) => {
      const { page, place, watched } = await visit(context, proxy, url);
      const html = await watched.during(inTime(page.content(), READ_MS, null));
      if (html === null || html.length > MOST_CHARACTERS) throw tooMuch();
      return { html, ...place() };
    },
  });
}

function tooMuch(): ToolRefusal {
  return new ToolRefusal("page_overloaded", "The page grows beyond what is read.", { hint: "Ask for another page of the site." });
}
