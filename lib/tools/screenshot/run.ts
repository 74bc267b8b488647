import type { Page } from "playwright-core";
import type { BrowserPool } from "@/lib/web/browser/browserPool";
import { browsers } from "@/lib/web/browser/browsers";
import { inTime } from "@/lib/web/browser/inTime";
import { DESKTOP, PHONE } from "@/lib/web/browser/looks";
import { type Visited, visit } from "@/lib/web/browser/visit";
import { reportRobots } from "@/lib/web/robots/reportRobots";
import type { ToolContext } from "../define";
import { capture, type Screen } from "./capture";
import type { ScreenshotAnswer, ScreenshotInput } from "./schema";

export async function run(input: ScreenshotInput, ctx: ToolContext): Promise<ScreenshotAnswer> {
  return takePicture(browsers(), input, ctx);
}

/** Opens the page in a context of its own, waits for it, and takes its picture. */
export async function takePicture(pool: BrowserPool, input: ScreenshotInput, { web, signal }: ToolContext): Promise<ScreenshotAnswer> {
  const began = performance.now();
  await web.check(input.url);
  const device = input.device === "phone" ? PHONE : DESKTOP;
  const viewport = { width: input.width ?? device.viewport.width, height: input.height ?? device.viewport.height };
  const screen = { ...viewport, deviceScaleFactor: device.deviceScaleFactor, mobile: device === PHONE };
  return pool.call({
    kind: "screenshot",
    web,
    signal,
    look: { ...device, viewport, colorScheme: input.dark ? "dark" : "light" },
    use: async (context, proxy) => {
      const visited = await visit(context, proxy, input.url);
      const seen = await visited.watched.during(look(visited, input, screen, { web, signal }));
      return {
        ...seen,
        complete: visited.complete && !proxy.overfull(),
        console_errors: { count: visited.watched.consoleErrorCount(), first: [...visited.watched.consoleErrors] },
        blocked_requests: { count: proxy.blockedCount(), first: [...proxy.blocked] },
        took_ms: Math.round(performance.now() - began),
      };
    },
  });
}

type Seen = Omit<ScreenshotAnswer, "complete" | "console_errors" | "blocked_requests" | "took_ms">;

async function look(
  { page, cdp, place }: Visited,
  input: ScreenshotInput,
  screen: Screen,
  ctx: Pick<ToolContext, "web" | "signal">,
): Promise<Seen> {
  if (input.full_page) await inTime(page.evaluate(SCROLL_THROUGH), SCROLL_MS, null).catch(() => null);
  if (input.wait_ms > 0) await page.waitForTimeout(input.wait_ms);
  const robots = reportRobots(ctx.web, place().url, { signal: ctx.signal, maxAgeSeconds: ROBOTS_SECONDS });
  // Whoever waits for it first hears of its failure; until then nobody needs to.
  robots.catch(() => undefined);
  const { data, bytes, width, height, scale, truncated, pageHeight } = await capture(cdp, input, screen);
  const rounded = Math.round(scale * 100) / 100;
  return {
    image: { base64: data, mime_type: `image/${input.format}`, width, height, bytes, scale: rounded },
    ...place(),
    title: await titleOf(page),
    truncated,
    page_height: pageHeight,
    robots: await robots,
  };
}

/** Rules for robots change seldom. */
const ROBOTS_SECONDS = 600;
const LONGEST_TITLE = 300;
const TITLE_MS = 1_000;

async function titleOf(page: Page): Promise<string | null> {
  const title = await inTime(page.title(), TITLE_MS, "").catch(() => "");
  return title.trim().slice(0, LONGEST_TITLE) || null;
}

const SCROLL_MS = 3_000;

/** Runs in the page, so it is text that no compiler touches: many pages load their pictures only when one scrolls to them. */
const SCROLL_THROUGH = `(async () => {
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const step = window.innerHeight;
  for (let screens = 1; screens <= 12 && screens * step < document.documentElement.scrollHeight; screens++) {
    window.scrollTo(0, screens * step);
    await pause(80);
  }
  window.scrollTo(0, 0);
  await pause(150);
})()`;
