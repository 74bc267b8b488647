import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";

const root = fileURLToPath(new URL("..", import.meta.url));
// The market that the tests are pointed at; one that was started by hand otherwise.
const place = process.env.COINSLOT_MARKET ?? `${root}/.coinslot/market.json`;
const market: { url: string } = existsSync(place) ? JSON.parse(readFileSync(place, "utf8")) : { url: "http://127.0.0.1:3000" };
// Chromium's sandbox can't be used by root; everything else keeps it.
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

export default defineConfig({
  testDir: `${root}/e2e`,
  testMatch: "*.spec.ts",
  outputDir: `${root}/test-results`,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  reporter: [["list"]],
  use: {
    baseURL: market.url,
    viewport: { width: 1440, height: 900 },
    trace: "retain-on-failure",
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [...asRoot, "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
});
