import { expect } from "@playwright/test";
import type { ModelServer } from "@/lib/testing/modelServer";
import { expectAccessible, expectNoSideScroll, test } from "./fixtures";
import { startLocalModels } from "./localModels";

let server: ModelServer | undefined;
test.afterEach(() => server?.close());

test("a person talks with a model: price before, words as they come, what it cost so far", async ({ page, tool }) => {
  test.slow();
  server = await startLocalModels(["browser-test-chat"]);
  await tool.open("chat/completions");
  await expect(page.getByText(/tokens in at \$0\.1 a million \+ 64 tokens out/)).toBeVisible();
  // A longer answer costs more, and is said before it is paid.
  await page.getByLabel("Longest answer").fill("20000");
  await expect(page.getByRole("region", { name: /^Pay for/ })).toContainText("$0.008");
  await tool.chooseTestWallet();
  await page.getByLabel("Your message").fill("Say hello.");
  await expect(tool.pay).toBeVisible();
  server.behave("slow-first");
  await tool.payAndWait();
  const said = page.locator("ol").filter({ hasText: "Say hello." });
  await expect(said.getByText("Hello, world.")).toBeVisible();
  await expect(page.getByText(/This conversation so far:/)).toContainText(/\$0\.008.* was used/);
  await expect(page.getByText("PAID", { exact: true })).toBeVisible();
  await expectAccessible(page);

  server.behave("dies-middle");
  await page.getByLabel("Your message").fill("And again?");
  await tool.payAndWait();
  expect(server.asked.at(-1)).toMatchObject({
    messages: [
      { role: "user", content: "Say hello." },
      { role: "assistant", content: "Hello, world." },
      { role: "user", content: "And again?" },
    ],
  });
  await expect(page.getByText(/broke off in the middle/).first()).toBeVisible();
  await expect(page.getByText(/This conversation so far:/)).toContainText("$0.01");
  await expectNoSideScroll(page);
});
