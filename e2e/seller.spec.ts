import { expect } from "@playwright/test";
import { generatePrivateKey } from "viem/accounts";
import { expectAccessible, test } from "./fixtures";
import { fundedPayer, market, post, sign } from "./market";
import { DashboardPage } from "./pages/DashboardPage";

const sellerKey = market.wallets?.seller.privateKey ?? generatePrivateKey();

async function onePayment() {
  const payer = await fundedPayer();
  const { v2 } = await sign(payer);
  const response = await post({ "PAYMENT-SIGNATURE": v2 });
  return { payer, id: response.headers.get("X-Payment-Id") ?? "" };
}

test("the seller signs in with the wallet and sees the payment settle, step by step", async ({ page, wallet }) => {
  const { payer, id } = await onePayment();
  const { signed } = await wallet({ key: sellerKey });
  await page.goto("/dashboard");
  await expectAccessible(page);
  await new DashboardPage(page).signIn();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  expect(signed).toEqual(["personal_sign"]);
  await expect(page.getByText("Revenue").first()).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/dashboard/payments?q=${payer.address}`);
  await expect(page.getByRole("link", { name: /0\.005/ }).first()).toBeVisible();
  await page.goto(`/dashboard/payments/${id}`);
  for (const step of ["Settled", "Verified and claimed", "Run token-safety"]) await expect(page.getByText(step).first()).toBeVisible();
  await expectAccessible(page);
});

test("the test seller's side is one click away on the local chain, and CSV holds what the table shows", async ({ page }) => {
  const { id } = await onePayment();
  await page.goto("/dashboard");
  await page.getByRole("button", { name: "Sign in as the test seller" }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  const csv = await page.request.get("/dashboard/payments.csv");
  expect(csv.headers()["content-type"]).toContain("text/csv");
  expect(await csv.text()).toContain(id);
});

test("a stranger's wallet sees none of it", async ({ page, wallet }) => {
  const { id } = await onePayment();
  await wallet({ funded: false });
  await page.goto("/dashboard");
  await new DashboardPage(page).signIn();
  await expect(page.getByRole("heading", { name: /Nothing sold yet/ })).toBeVisible();
  expect((await page.goto(`/dashboard/payments/${id}`))?.status()).toBe(404);
  expect(await (await page.request.get("/dashboard/payments.csv")).text()).not.toContain(id);
  await expectAccessible(page);
});

test("without a session there is nothing to read", async ({ page, request }) => {
  const { id } = await onePayment();
  const csv = await request.get("/dashboard/payments.csv", { maxRedirects: 0 });
  expect([302, 303, 307, 401]).toContain(csv.status());
  await page.goto(`/dashboard/payments/${id}`);
  await expect(page.getByText(id)).toHaveCount(0);
});
