import type { BrowserContextOptions } from "playwright-core";

export const DESKTOP = {
  viewport: { width: 1280, height: 800 },
  deviceScaleFactor: 1,
  locale: "en-US",
  timezoneId: "UTC",
} satisfies BrowserContextOptions;

/** A usual phone, two pixels to a point. */
export const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: "en-US",
  timezoneId: "UTC",
} satisfies BrowserContextOptions;
