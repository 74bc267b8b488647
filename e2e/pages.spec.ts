import { expect } from "@playwright/test";
import { expectAccessible, expectNoSideScroll, test } from "./fixtures";

const PAGES = [
  "/",
  "/tools/token-safety",
  "/explorer",
  "/docs",
  "/docs/judging",
  "/docs/mcp",
  "/docs/models",
  "/docs/sell",
  "/docs/bot",
  "/docs/protocol",
  "/docs/facilitator",
  "/docs/errors",
  "/docs/limits",
  "/docs/not-listed",
  "/doctor",
  "/sellers/coinslot",
  "/docs/webhooks",
  "/dashboard",
  "/payments/pay_0000000000000000",
  "/no-such-page",
];

/** A page that is not there is told by its status; the framework draws it in the browser. */
const LOST = ["/payments/pay_0000000000000000", "/no-such-page"];

const DEVICES = [
  ["desktop", 1440, "light"],
  ["desktop", 1440, "dark"],
  ["phone", 390, "light"],
  ["phone", 390, "dark"],
] as const;

for (const path of PAGES) {
  for (const [device, width, colorScheme] of DEVICES) {
    test(`${path} is accessible on a ${device} in the ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
      await expectNoSideScroll(page);
      await expectAccessible(page);
    });
  }

  test(`${path} fits 320 pixels${LOST.includes(path) ? "" : " and has its heading in the first HTML"}`, async ({ page, request }) => {
    await page.setViewportSize({ width: 320, height: 844 });
    await page.goto(path);
    await expectNoSideScroll(page);
    if (!LOST.includes(path)) expect(await (await request.get(path)).text()).toMatch(/<h1/);
  });
}

test("the keyboard reaches everything: / searches, Ctrl-K opens the palette, a code opens its tool", async ({ page }) => {
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox").or(page.getByRole("combobox")).first()).toBeFocused();
  await page.keyboard.type("A1");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/tools\/token-safety$/);
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.type("docs");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/docs$/);
});

test("a search without a hit says what to do", async ({ page }) => {
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("/");
  await page.keyboard.type("zzzz");
  await expect(page.getByText(/no tool|nothing/i).first()).toBeVisible();
});
