import { expect, type Page } from "@playwright/test";
import type { Requirements } from "@/lib/payments/types";
import { decodeHeader } from "@/lib/payments/wire";
import { signPayment, v2Header } from "@/lib/testing/payer";
import { expectAccessible, expectNoSideScroll, test } from "./fixtures";
import { balanceOf, fundedPayer, market } from "./market";
import { DashboardPage } from "./pages/DashboardPage";

// One host can be one wallet's only, so one seller comes after the other.
test.describe.configure({ mode: "serial" });

const api = market.sampleApi ?? "";

for (const [device, viewport] of Object.entries({ desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } })) {
  test(`a new seller, from sign-in to the first settled sale and a refund (${device})`, async ({ page, wallet }) => {
    test.setTimeout(120_000);
    await page.setViewportSize(viewport);
    const { account } = await wallet({ funded: false });
    const handle = await takeHandle(page, account.address);

    await page.goto("/dashboard/listings/new");
    await page.getByLabel("Address of your OpenAPI document").fill(`${api}/openapi.json`);
    await page.getByRole("button", { name: "Read it" }).click();
    await page.getByLabel("Price a call").fill("0.02");
    await page.getByLabel("Title").fill("Almanac");
    await expectAccessible(page);
    await expectNoSideScroll(page);
    await page.getByRole("button", { name: "Make the listing" }).click();
    await page.getByRole("link", { name: "Go on: prove and publish" }).click();

    await prove(page);
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(page.getByText("On the shelves").first()).toBeVisible();
    await expectAccessible(page);
    await expectNoSideScroll(page);

    const { payment, payer } = await sellOnce(handle);
    expect(await balanceOf(account.address)).toBe(20_000n);
    await page.goto("/dashboard");
    await expect(page.getByRole("main").getByText("$0.02").filter({ visible: true }).first()).toBeVisible();
    await expectAccessible(page);
    await expectNoSideScroll(page);

    await page.goto(`/dashboard/payments/${payment}`);
    await page.getByRole("button", { name: "Refund $0.02" }).click();
    await expect(page.getByText("Refunded").first()).toBeVisible({ timeout: 20_000 });
    expect(await balanceOf(account.address)).toBe(0n);
    expect(await balanceOf(payer)).toBe(25_000_000n);
    await expectAccessible(page);
    await page.goto("/dashboard/payments");
    await expect(page.getByRole("main").getByText("Refunded", { exact: true }).filter({ visible: true })).toBeVisible();
    await page.goto(`/payments/${payment}`);
    await expect(page.getByText(/Refunded/).first()).toBeVisible();
    await expectNoSideScroll(page);
  });
}

async function takeHandle(page: Page, address: string): Promise<string> {
  const handle = `tern-${[...address.slice(2, 12).toLowerCase()].map((c) => (/[a-f]/.test(c) ? c : "ghkmnpqrtx"[Number(c)])).join("")}`;
  await page.goto("/dashboard/settings");
  await new DashboardPage(page).signIn();
  await page.getByLabel("Handle").fill(handle);
  await page.getByLabel("Name").fill(`Tern ${address.slice(2, 12)}`);
  await page.getByRole("button", { name: "Take this handle" }).click();
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  return handle;
}

const PROOF = /coinslot=0x[0-9a-f]{40} [\w-]+/;

/** What the page says is to be placed is placed, as its owner would. */
async function prove(page: Page): Promise<void> {
  const show = page.getByRole("button", { name: "Show what to place" });
  const line = page.getByText(PROOF).first();
  await expect(show.or(line)).toBeVisible();
  if (await show.isVisible()) await show.click();
  const [proof] = PROOF.exec((await line.textContent()) ?? "") ?? [];
  const placed = await fetch(`${api}/.well-known/coinslot.txt`, { method: "PUT", body: `${proof}\n` });
  expect(placed.ok).toBe(true);
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await expect(page.getByText("Proven by a file").first()).toBeVisible();
}

/** A stranger calls one of the operations through the market, by the path of its own description. */
async function sellOnce(handle: string): Promise<{ payment: string; payer: `0x${string}` }> {
  const payer = await fundedPayer();
  const url = `${market.url}/api/v1/g/${handle}/almanac/moon/2026-11-21`;
  const unpaid = await fetch(url);
  const [terms] = (decodeHeader(unpaid.headers.get("PAYMENT-REQUIRED") ?? "")?.accepts ?? []) as Requirements[];
  if (!terms) throw new Error("the 402 names no terms");
  const response = await fetch(url, { headers: { "PAYMENT-SIGNATURE": v2Header(await signPayment(payer, terms), terms) } });
  expect(response.status).toBe(200);
  return { payment: response.headers.get("X-Payment-Id") ?? "", payer: payer.address };
}
