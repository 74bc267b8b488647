import { existsSync } from "node:fs";
import { BrowserPool, type PoolOptions } from "../browserPool";
import { candidates } from "../chromium.mjs";

/** A Chromium of this machine; null where there is none, and nothing can be tested with one. */
// biome-ignore lint/style/noProcessEnv: where tests look is for whoever starts them to say.
export const CHROMIUM = candidates(process.env).find((path) => existsSync(path)) ?? null;

/** A pool as the market has one. Root can't have the browser's sandbox; everybody else does. */
export function testPool(options: Partial<PoolOptions> = {}): BrowserPool {
  const place = { path: CHROMIUM ?? "", sandbox: process.getuid?.() !== 0 };
  return new BrowserPool({ place: async () => place, atOnce: 2, waiting: 8, callsEach: 100, idleMs: 60_000, ...options });
}
