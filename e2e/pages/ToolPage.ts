import { expect, type Locator, type Page } from "@playwright/test";

/** A tool's page, as a person uses it. */
export class ToolPage {
  readonly page: Page;
  /** The machine's lit line, which screen readers hear. */
  readonly display: Locator;
  readonly pay: Locator;
  readonly answer: Locator;

  constructor(page: Page) {
    this.page = page;
    this.display = page
      .getByRole("region", { name: /^Pay for/ })
      .getByRole("status")
      .first();
    this.pay = page.getByRole("button", { name: /^Pay \$[\d.]+ and run/ }).last();
    this.answer = page.getByRole("heading", { name: "Your answer" });
  }

  async open(slug = "token-safety"): Promise<void> {
    await this.page.goto(`/tools/${slug}`);
    await expect(this.display).toContainText(/ready/i, { timeout: 15_000 });
  }

  async chooseTestWallet(): Promise<void> {
    await this.page.getByRole("button", { name: "Use it: Test wallet" }).click();
    await expect(this.pay).toBeVisible();
  }

  async connect(name = "Rabbit Wallet"): Promise<void> {
    await this.page.getByRole("button", { name: `Connect: ${name}` }).click();
  }

  async fill(token: string): Promise<void> {
    await this.page.getByLabel("Token address").fill(token);
  }

  async payAndWait(): Promise<void> {
    await this.pay.click();
    await expect(this.display).toContainText(/settled/i, { timeout: 20_000 });
  }
}
