import type { Page } from "playwright-core";
import type { BrowserPool } from "@/lib/web/browser/browserPool";
import { browsers } from "@/lib/web/browser/browsers";
import { inTime } from "@/lib/web/browser/inTime";
import { DESKTOP, PHONE } from "@/lib/web/browser/looks";
import { visit } from "@/lib/web/browser/visit";
import type { ToolContext } from "../define";
import { capture } from "./capture";
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
  return pool.call({
    kind: "screenshot",
    web,
    signal,
    look: { ...device, viewport, colorScheme: input.dark ? "dark" : "light" },
    use: async (context, proxy) => {
      const { page, cdp, url, status, complete, watched } = await visit(context, proxy, input.url);
      return watched.during(
        (async () => {
          if (input.full_page) await inTime(page.evaluate(SCROLL_THROUGH), SCROLL_MS, null).catch(() => null);
          if (input.wait_ms > 0) await page.waitForTimeout(input.wait_ms);
          const picture = await capture(cdp, input, { ...viewport, deviceScaleFactor: device.deviceScaleFactor, mobile: device === PHONE });
          return {
            image: {
              base64: picture.data,
              mime_type: `image/${input.format}` as const,
              width: picture.width,
              height: picture.height,
              bytes: picture.bytes,
              scale: Math.round(picture.scale * 100) / 100,
            },
            url,
            title: await titleOf(page),
            status,
            complete: complete && !proxy.overfull(),
            truncated: picture.truncated,
            page_height: picture.pageHeight,
            console_errors: { count: watched.consoleErrorCount(), first: [...watched.consoleErrors] },
            blocked_requests: { count: proxy.blockedCount(), first: [...proxy.blocked] },
            took_ms: Math.round(performance.now() - began),
          };
        })(),
      );
    },
  });
}

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
