import type { BrowserContext, Page } from "playwright-core";
import { ToolRefusal } from "../../tools/refusal";

export type Watch = {
  consoleErrors: readonly string[];
  /** All errors; `consoleErrors` holds the first of them. */
  consoleErrorCount: () => number;
  /** Where the page was last led, though it may not have come there. */
  lastAddress: () => string | null;
  /** The work, or a refusal as soon as the page does more than a call may cost. */
  during: <T>(work: Promise<T>) => Promise<T>;
};

const SAMPLES = 20;
const LONGEST = 300;
/** Each of these is a message from the browser to this process. */
const MOST_EVENTS = 4_000;

/** Looks after a page: dialogs are dismissed, other windows closed, errors kept, and a page that floods the market with events is left. */
export function watch(context: BrowserContext, page: Page): Watch {
  const consoleErrors: string[] = [];
  let errors = 0;
  let events = 0;
  let address: string | null = null;
  let leave: (error: ToolRefusal) => void = () => undefined;
  const overloaded = new Promise<never>((_, reject) => {
    leave = reject;
  });
  overloaded.catch(() => undefined);
  const count = () => {
    events += 1;
    if (events !== MOST_EVENTS) return;
    leave(new ToolRefusal("page_overloaded", "The page does more than a call may cost.", { hint: "Ask for another page of the site." }));
    void page.close().catch(() => undefined);
  };
  const keep = (text: string) => {
    errors += 1;
    if (consoleErrors.length < SAMPLES) consoleErrors.push(text.slice(0, LONGEST));
  };
  page.on("console", (message) => {
    count();
    if (message.type() === "error") keep(message.text());
  });
  page.on("pageerror", (error) => {
    count();
    keep(`${error.name}: ${error.message}`);
  });
  page.on("request", (request) => {
    count();
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) address = request.url();
  });
  context.on("dialog", (dialog) => {
    count();
    void dialog.dismiss().catch(() => undefined);
  });
  context.on("page", (other) => {
    count();
    if (other !== page) void other.close().catch(() => undefined);
  });
  page.on("download", (download) => void download.cancel().catch(() => undefined));
  return { consoleErrors, consoleErrorCount: () => errors, lastAddress: () => address, during: (work) => Promise.race([work, overloaded]) };
}
