import { expect } from "@playwright/test";
import { expectAccessible, expectNoSideScroll, test } from "./fixtures";
import { DashboardPage } from "./pages/DashboardPage";

test("somebody new takes a handle, has sales paid elsewhere by a signature, and everybody can read it", async ({ page, wallet }) => {
  // Three accessibility checks on a busy machine.
  test.setTimeout(90_000);
  const { account, signed } = await wallet({ funded: false });
  const handle = `osprey-${account.address
    .slice(2, 10)
    .toLowerCase()
    .replace(/[^a-f]/g, "x")}`;
  await page.goto("/dashboard/settings");
  await new DashboardPage(page).signIn();
  await expect(page.getByRole("heading", { name: "First, who sells?" })).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel("Handle").fill("c0inslot");
  await expect(page.getByText(/looks like "coinslot"/)).toBeVisible();
  await page.getByLabel("Handle").fill(handle);
  await expect(page.getByText(`${handle} is free.`)).toBeVisible();
  await page.getByLabel("Name").fill("Coinslot Official");
  await page.getByRole("button", { name: "Take this handle" }).click();
  await expect(page.getByText('This name could be taken for "coinslot".')).toBeVisible();
  await page.getByLabel("Name").fill(`Osprey ${account.address.slice(2, 12)}`);
  await page.getByRole("button", { name: "Take this handle" }).click();
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();

  const elsewhere = `0x${"ab".repeat(20)}`;
  await page.getByLabel("New address").fill(`0x${"0".repeat(40)}`);
  await page.getByRole("button", { name: "Sign the change" }).click();
  await expect(page.getByText("What is sent to the zero address is lost.")).toBeVisible();
  await page.getByLabel("New address").fill(elsewhere);
  await page.getByRole("button", { name: "Sign the change" }).click();
  await expect(page.getByText("Signed text and signature")).toBeVisible();
  expect(signed).toEqual(["personal_sign", "personal_sign"]);

  await page.getByLabel("Add a host").fill("https://api.osprey.invalid/v1");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText(/coinslot=0x/).first()).toBeVisible();
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await expect(page.getByText(/The file can't be asked/)).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page);
  await expectNoSideScroll(page);

  await page.goto(`/sellers/${handle}`);
  await expect(page.getByText("Sales paid to")).toBeVisible();
  await page.getByText("Signed text and signature").click();
  await expect(page.getByText(`New address: ${elsewhere}`)).toBeVisible();
  await expectAccessible(page);
  await expectNoSideScroll(page);
  expect((await page.goto("/operator"))?.status()).toBe(404);
});
