import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "@playwright/test";
import { expectAccessible, expectNoSideScroll, test } from "./fixtures";
import { market } from "./market";

test("the doctor finds nothing to fix at a tool of ours, and the link brings the report again", async ({ page }) => {
  await page.goto("/doctor");
  await expect(page.getByRole("heading", { name: "What it looks at" })).toBeVisible();
  const tool = `${market.url}/api/v1/token-safety`;
  await page.getByLabel("Address of a paid tool").fill(tool);
  await page.getByRole("button", { name: "Check it" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Checked:" })).toBeAttached({ timeout: 30_000 });
  const checks = page.getByRole("list", { name: "Checks" });
  await expect(checks.getByText("Unpaid call gives 402")).toBeVisible();
  await expect(checks.getByText("To fix:")).toHaveCount(0);
  await page.getByText("Show the raw 402").click();
  await expect(page.getByText("PAYMENT-REQUIRED, decoded")).toBeVisible();
  await expectAccessible(page);
  expect(new URL(page.url()).searchParams.get("url")).toBe(tool);
  await page.reload();
  await expect(checks.getByText("Unpaid call gives 402")).toBeVisible();
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSideScroll(page);
});

test("what is not on the public internet is not asked, and a tool without a price is told", async ({ page }) => {
  let asked = 0;
  const other: Server = createServer((_, response) => {
    asked += 1;
    response.end("secret");
  }).listen(0, "127.0.0.1");
  await once(other, "listening");
  await page.goto(`/doctor?url=${encodeURIComponent(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`)}`);
  await expect(page.getByText("127.0.0.1 is not on the public internet.")).toHaveCount(2);
  expect(asked).toBe(0);
  other.close();

  await page.getByLabel("Address of a paid tool").fill(`${market.url}/api/health`);
  await page.getByRole("button", { name: "Check it" }).click();
  const row = page.getByRole("listitem").filter({ hasText: "Unpaid call gives 402" });
  await expect(row.getByText("To fix:")).toBeAttached();
  await expect(row.getByText("How to mend it")).toBeVisible();
});
