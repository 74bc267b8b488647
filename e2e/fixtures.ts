import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { fundedPayer } from "./market";
import { ToolPage } from "./pages/ToolPage";
import { type Behaviour, TestWallet } from "./wallet";

type Wallets = {
  /** Puts a browser wallet into the page before it loads: with 25 test USDC, or empty. */
  wallet: (options?: Partial<Behaviour> & { funded?: boolean; key?: `0x${string}` }) => Promise<TestWallet>;
  tool: ToolPage;
};

export const test = base.extend<Wallets>({
  wallet: async ({ page }, use) => {
    await use(async ({ funded = true, key, ...behaviour } = {}) => {
      const account = key ? privateKeyToAccount(key) : funded ? await fundedPayer() : privateKeyToAccount(generatePrivateKey());
      const wallet = new TestWallet(account, behaviour);
      await wallet.install(page);
      return wallet;
    });
  },
  tool: async ({ page }, use) => use(new ToolPage(page)),
});

/** Nothing that keeps somebody from using the page. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]).analyze();
  const serious = violations.filter((v) => v.impact === "serious" || v.impact === "critical");
  expect(serious.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`)).toEqual([]);
}

/** The page is no wider than the window. */
export async function expectNoSideScroll(page: Page): Promise<void> {
  const [content, view] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(content).toBeLessThanOrEqual(view ?? 0);
}
