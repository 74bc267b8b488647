import "server-only";
import type { BrowserContext, CDPSession, Page, Response } from "playwright-core";
import { ToolRefusal } from "../../tools/refusal";
import { inTime } from "./inTime";
import { navigationRefusal, notAPage } from "./navigationRefusal";
import type { CallProxy } from "./proxy";
import { type Watch, watch } from "./watch";

export type Visited = {
  page: Page;
  cdp: CDPSession;
  /** Everything had come before the page was looked at. */
  complete: boolean;
  watched: Watch;
  /** Where the page has come to by now; throws a refusal where it has come to none. */
  place: () => { url: string; status: number };
};

const ANSWER_MS = 12_000;
const LOAD_MS = 7_000;
const QUIET_MS = 1_000;
const ALIVE_MS = 1_000;

/** Opens an address and waits until its page stands, or has had its time. Throws a refusal where there is no page. */
export async function visit(context: BrowserContext, proxy: CallProxy, url: string): Promise<Visited> {
  await context.grantPermissions([]);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const watched = watch(context, page);
  let main: Response | null = null;
  page.on("response", (response) => {
    if (response.request().isNavigationRequest() && response.frame() === page.mainFrame()) main = response;
  });
  const came = await watched.during(page.goto(url, { waitUntil: "commit", timeout: ANSWER_MS })).catch((error) => {
    throw navigationRefusal(error, watched.lastAddress() ?? url, proxy);
  });
  const complete = await watched.during(page.waitForLoadState("load", { timeout: LOAD_MS }).then(always, never));
  if (complete) await watched.during(page.waitForLoadState("networkidle", { timeout: QUIET_MS }).catch(never));
  if (!(await watched.during(answers(page, cdp))))
    throw new ToolRefusal("page_overloaded", "The page is busy with itself and does not stop.", {
      hint: "Ask for another page of the site.",
    });
  const place = () => placeOf(page, main ?? came, watched.lastAddress() ?? url, proxy);
  place();
  return { page, cdp, complete, watched, place };
}

/** A page may lead on by itself, also to where it must not; what came last counts. */
function placeOf(page: Page, last: Response | null, asked: string, proxy: CallProxy): { url: string; status: number } {
  const at = page.url();
  if (at.startsWith("chrome-error:") || (last && proxy.isOwn(last.headers()))) {
    throw navigationRefusal(new Error("net::ERR_FAILED"), asked, proxy);
  }
  if (!last || !/^https?:/.test(at)) throw notAPage("The address led to nothing that a browser shows.");
  const type = last.headers()["content-type"] ?? "text/html";
  if (!/^(text\/|image\/|application\/(xhtml\+xml|xml|json))/i.test(type))
    throw notAPage(`The address holds ${type.slice(0, 60)}, no page.`);
  return { url: at, status: last.status() };
}

const always = () => true;
const never = () => false;

/** Does the page still listen? A script that never ends is stopped once, so that what stands can be seen. */
async function answers(page: Page, cdp: CDPSession): Promise<boolean> {
  const listens = () => inTime(page.evaluate("1").then(always, never), ALIVE_MS, false);
  if (await listens()) return true;
  await inTime(cdp.send("Runtime.terminateExecution").then(always, never), ALIVE_MS, false);
  return listens();
}
