import { expect } from "@playwright/test";
import { expectAccessible, expectNoSideScroll, test } from "./fixtures";
import { fundedPayer, market, post, sign } from "./market";

async function onePayment() {
  const payer = await fundedPayer();
  const { v2 } = await sign(payer);
  const response = await post({ "PAYMENT-SIGNATURE": v2 });
  const id = response.headers.get("X-Payment-Id") ?? "";
  const receipt = await (await fetch(`${market.url}/api/payments/${id}`)).json();
  return { payer: payer.address.toLowerCase(), id, transaction: receipt.transaction as string };
}

test("a paid call arrives by itself, with its batch", async ({ page }) => {
  const stream = page.waitForRequest("**/api/explorer/stream");
  await page.goto("/explorer");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Every cent, as it settles");
  await stream;
  const { id, transaction } = await onePayment();
  const row = page.getByRole("row").filter({ hasText: id });
  await expect(row).toContainText("Settled");
  await expect(row).toContainText("$0.005");
  await expect(page.getByRole("region", { name: "Batches" }).getByText(transaction)).toBeAttached();
  await expectNoSideScroll(page);
  await expectAccessible(page);
});

test("on a phone it arrives in two lines", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/explorer");
  await expect(page.getByText("updates by itself")).toBeVisible();
  const { id } = await onePayment();
  await expect(page.locator(`li a[href="/payments/${id}"]`)).toContainText("Settled");
  await expectNoSideScroll(page);
  await expectAccessible(page);
});

test("a payment is found by its id, its transaction and its payer", async ({ page }) => {
  const { id, transaction, payer } = await onePayment();
  const search = async (text: string) => {
    await page.goto("/explorer");
    await page.getByRole("searchbox").fill(text);
    await page.keyboard.press("Enter");
  };
  await search(id);
  await expect(page).toHaveURL(new RegExp(`/payments/${id}$`));
  await expect(page.getByText("paid by the market")).toBeVisible();
  await page.getByRole("list").getByRole("link", { name: transaction }).click();
  await expect(page).toHaveURL(new RegExp(`/explorer/tx/${transaction}$`));
  await search(transaction);
  await expect(page).toHaveURL(new RegExp(`/explorer/tx/${transaction}$`));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("in one transaction");
  await expect(page.getByRole("link", { name: new RegExp(id) })).toBeVisible();
  await expectAccessible(page);
  await search(payer.toUpperCase().replace("0X", "0x"));
  await expect(page).toHaveURL(new RegExp(`/explorer/${payer}$`));
  await expect(page.getByRole("heading", { name: "Payer", exact: true })).toBeVisible();
  await expect(page.getByText("1 payment, 1 seller")).toBeVisible();
  await expectAccessible(page);
});

test("what is not there is said, and how to ask", async ({ page }) => {
  await page.goto("/explorer?q=pay_0000000000000000000000");
  await expect(page.getByText(/^Nothing in this ledger is called/)).toBeVisible();
  await expectAccessible(page);
  for (const path of [`/explorer/tx/0x${"1".repeat(64)}`, `/explorer/0x${"1".repeat(40)}`, "/explorer/nonsense"]) {
    expect((await page.goto(path))?.status()).toBe(404);
  }
});

test("machines read the same, page by page", async ({ request }) => {
  const { id } = await onePayment();
  const first = await (await request.get("/api/explorer?limit=1")).json();
  expect(first.payments).toHaveLength(1);
  expect(first.last24Hours.transactions).toBeGreaterThan(0);
  const all = await (await request.get("/api/explorer?limit=100")).json();
  expect(all.payments.map((payment: { id: string }) => payment.id)).toContain(id);
  const second = await (await request.get(`/api/explorer?limit=1&before=${encodeURIComponent(all.payments[0].cursor)}`)).json();
  expect(second.payments[0].id).toBe(all.payments[1].id);
});
