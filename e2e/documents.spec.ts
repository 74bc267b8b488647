import { join } from "node:path";
import { expect } from "@playwright/test";
import { expectAccessible, test } from "./fixtures";

const RECEIPT = join(import.meta.dirname, "../lib/tools/ocr/testdata/plain.jpg");

test("a picture of one's own is chosen, paid for and read", async ({ page, tool }) => {
  await tool.open("ocr");
  await expect(page.getByText("Oat milk 1 litre").first()).toBeVisible();
  await page.getByLabel("Picture", { exact: true }).setInputFiles(RECEIPT);
  await expect(page.getByText("picture.jpg, 6.3 KB")).toBeVisible();
  await expect(page.getByText("base64 < picture.jpg | jq").first()).toBeVisible();
  await tool.chooseTestWallet();
  await tool.payAndWait();
  await expect(page.getByText("The ferry to the island leaves at 7:35 from pier 4.").first()).toBeVisible();
  await expectAccessible(page);
});

test("an address in place of a picture empties the picture", async ({ page, tool }) => {
  await tool.open("ocr");
  await page.getByLabel("Or its address").fill("https://pictures.example/receipt.png");
  await expect(page.getByText("Choose a picture")).toBeVisible();
  await page.getByRole("region", { name: "Pay for ocr" }).getByRole("button", { name: "receipt" }).click();
  await expect(page.getByLabel("Or its address")).toHaveValue("");
  await expect(page.getByText("picture.png, 2.8 KB")).toBeVisible();
});

test("a text's language is told with what it else might be", async ({ page, tool }) => {
  await tool.open("language-id");
  await page.getByLabel("Text").fill("Der Laden an der Ecke hat am Sonntag leider geschlossen.");
  await tool.chooseTestWallet();
  await tool.payAndWait();
  await expect(page.getByText("German").first()).toBeVisible();
  await expectAccessible(page);
});
