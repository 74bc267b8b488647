import { expect } from "@playwright/test";
import { expectAccessible, test } from "./fixtures";

test("a page's picture is taken, shown and can be saved", async ({ page, tool }) => {
  await tool.open("screenshot");
  await tool.chooseTestWallet();
  await tool.payAndWait();
  const picture = page.getByRole("img", { name: /^The page at http/ }).first();
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1_280);
  await expect(page.getByRole("link", { name: "Save" }).first()).toHaveAttribute("download", /\.webp$/);
  await expectAccessible(page);
  await page.getByRole("button", { name: "JSON", exact: true }).click();
  await expect(page.getByText("Cut for the eye. Copy takes all of it.")).toBeVisible();
});
