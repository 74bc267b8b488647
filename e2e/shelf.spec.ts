import { expect } from "@playwright/test";
import { catalog } from "@/lib/tools/catalog";
import { expectAccessible, expectNoSideScroll, test } from "./fixtures";
import { market } from "./market";

// Talking with a model has a test of its own, beside a model server.
for (const { slug } of catalog.filter((definition) => definition.slug !== "chat/completions")) {
  test(`${slug} shows a real answer, and gives one for money`, async ({ page, tool }) => {
    test.slow();
    const { tools } = await (await fetch(`${market.url}/api/catalog`)).json();
    const listed = tools.find((one: { slug: string }) => one.slug === slug);
    if (!listed.available) {
      await page.goto(`/tools/${slug}`);
      await expect(tool.display).toContainText(/out of order/i);
      await expect(page.getByText(listed.unavailable)).toBeVisible();
      return;
    }
    await tool.open(slug);
    const sample = page.getByRole("region", { name: "A real answer" });
    await expect(sample.getByText(/run by us/)).toBeVisible({ timeout: 30_000 });
    await tool.chooseTestWallet();
    await tool.payAndWait();
    await expect(tool.answer).toBeVisible();
    await expect(page.getByText("PAID", { exact: true })).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 844 });
    await expectNoSideScroll(page);
  });
}
