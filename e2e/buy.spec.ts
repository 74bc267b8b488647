import { expect } from "@playwright/test";
import { expectAccessible, test } from "./fixtures";
import { balanceOf, market } from "./market";

const sample = (name: RegExp) => market.sampleTokens.find((t) => name.test(t.name))?.address ?? market.asset;

test("a stranger finds the tool, reads its price, pays with the test wallet and gets answer and receipt", async ({ page, tool }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("An answer comes out");
  await page
    .getByRole("link", { name: /token-safety/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/tools\/token-safety$/);
  await page.getByRole("button", { name: "Get the price" }).click();
  await expect(tool.display).toContainText("exact");
  await tool.chooseTestWallet();
  await tool.payAndWait();
  await expect(tool.answer).toBeVisible();
  await expect(page.getByRole("heading", { name: "Taxes" }).first()).toBeVisible();
  await expect(page.getByText("PAID", { exact: true })).toBeVisible();
  for (const step of ["402, decoded", "You sign", "Verified and claimed", "Run token-safety", "200, with the answer"]) {
    await expect(page.getByText(step).first()).toBeVisible();
  }
  await expectAccessible(page);
  const id = await page
    .getByText(/^pay_[0-9A-Za-z]{22}$/)
    .first()
    .textContent();
  await page.goto(`/payments/${id}`);
  await expect(page.getByText("Settled").first()).toBeVisible();
  await expect(page.getByText(id ?? "").first()).toBeVisible();
  await expectAccessible(page);
});

test("a browser wallet pays exactly the price, once", async ({ tool, wallet }) => {
  const { account, signed } = await wallet();
  await tool.open();
  await tool.fill(sample(/plain/i));
  await tool.connect();
  await tool.payAndWait();
  expect(signed).toEqual(["eth_signTypedData_v4"]);
  expect(await balanceOf(account.address)).toBe(25_000_000n - 5_000n);
});

test("a honeypot is called avoid", async ({ page, tool, wallet }) => {
  await wallet();
  await tool.open();
  await tool.fill(sample(/honeypot/i));
  await tool.connect();
  await tool.payAndWait();
  await expect(
    page
      .getByRole("heading", { name: "Avoid" })
      .or(page.getByText("Avoid", { exact: true }))
      .first(),
  ).toBeVisible();
});

test("a wallet on another network is asked to switch before anything is signed", async ({ page, tool, wallet }) => {
  const { behaviour, signed } = await wallet({ chainId: 1 });
  await tool.open();
  await tool.connect();
  await expect(page.getByText("Your wallet is on another network.")).toBeVisible();
  await expect(tool.pay).toBeHidden();
  await page.getByRole("button", { name: "Switch to Base Sepolia" }).click();
  await expect(tool.pay).toBeVisible();
  expect(behaviour.chainId).toBe(84_532);
  expect(signed).toEqual([]);
  await tool.payAndWait();
});

test("a declined signature costs nothing and can be tried again", async ({ page, tool, wallet }) => {
  const { account, behaviour } = await wallet({ rejects: true });
  await tool.open();
  await tool.connect();
  await tool.pay.click();
  await expect(tool.display).toContainText(/not charged/i);
  await expect(page.getByText("You declined the signature.").first()).toBeVisible();
  expect(await balanceOf(account.address)).toBe(25_000_000n);
  behaviour.rejects = false;
  await tool.payAndWait();
});

test("too little USDC is said before the wallet is asked, and the local chain fills it up", async ({ page, tool, wallet }) => {
  const { signed } = await wallet({ funded: false });
  await tool.open();
  await tool.connect();
  await expect(page.getByText("0.005 USDC are missing.")).toBeVisible();
  await expect(tool.pay).toBeHidden();
  expect(signed).toEqual([]);
  await page.getByRole("button", { name: "Get 25 test USDC" }).click();
  await expect(tool.pay).toBeVisible();
  await tool.payAndWait();
});

test("wrong input is refused beside its field, before any price", async ({ page, tool, wallet }) => {
  await wallet();
  await tool.open();
  await tool.connect();
  await tool.fill("0x1234");
  await expect(tool.pay).toBeDisabled();
  await expect(page.getByLabel("Token address")).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("button", { name: "Put the example back" }).click();
  await expect(tool.pay).toBeEnabled();
});

test("an address without a contract is not charged", async ({ page, tool, wallet }) => {
  const { account } = await wallet();
  await tool.open();
  await tool.fill("0x00000000000000000000000000000000000f0e16");
  await tool.connect();
  await tool.pay.click();
  await expect(tool.display).toContainText(/not charged/i);
  await expect(page.getByText("not_a_contract").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Change the input to run again" })).toBeDisabled();
  expect(await balanceOf(account.address)).toBe(25_000_000n);
  await expectAccessible(page);
});
