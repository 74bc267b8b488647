import { expect, type Page } from "@playwright/test";

/** The seller's side, as a seller comes to it. */
export class DashboardPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto("/dashboard");
  }

  /** Connects the browser's wallet and signs the sign-in message. */
  async signIn(wallet = "Rabbit Wallet"): Promise<void> {
    const item = this.page.getByRole("menuitem", { name: wallet });
    // A click may come before the page listens.
    await expect(async () => {
      if (!(await item.isVisible())) await this.page.getByRole("main").getByRole("button", { name: "Connect wallet" }).click();
      await expect(item).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await item.click();
    await this.page
      .getByRole("main")
      .getByRole("button", { name: /^Sign in(?! as the test)/ })
      .click();
  }
}
