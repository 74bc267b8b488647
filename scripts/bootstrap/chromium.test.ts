import { expect, it } from "vitest";
import { candidates } from "@/lib/web/browser/chromium.mjs";
import { findChromium, installCommands } from "./chromium.mjs";

it("tries what the user named first, then the usual places", () => {
  const [first, second] = candidates({ CHROMIUM_PATH: "/opt/mine", PATH: "/a:/b" }, "/nobody");
  expect([first, second]).toEqual(["/opt/mine", "/usr/bin/chromium"]);
});

it("passes over what is there and does not run", () => {
  const here = process.execPath;
  expect(findChromium(["/not/there", here], () => true)).toBe(here);
  expect(findChromium(["/not/there", here], () => false)).toBeNull();
});

it("asks the package manager that the system has", () => {
  const { system } = installCommands("/root", (program: string) => program === "apk");
  expect(system.at(-1)?.slice(-4)).toEqual(["apk", "add", "--no-cache", "chromium"]);
  expect(installCommands("/root", () => false).system).toEqual([]);
});
