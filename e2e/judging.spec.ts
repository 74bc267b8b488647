import { expect } from "@playwright/test";
import { RULES } from "@/lib/safety/checks/rules";
import { test } from "./fixtures";

test("how a token is judged: every check has its place there, and answers link to it", async ({ page }) => {
  await page.goto("/docs/judging");
  for (const { id, title } of RULES) await expect(page.locator(`[id="${id}"]`)).toContainText(title);
  await page.goto("/tools/token-safety");
  const link = page.locator('a[href^="/docs/judging#"]').first();
  const anchor = (await link.getAttribute("href", { timeout: 60_000 }))?.split("#")[1];
  expect(RULES.map(({ id }) => id)).toContain(anchor);
});
