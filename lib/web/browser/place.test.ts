import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { findPlace } from "./place";

const folder = mkdtempSync(join(tmpdir(), "browsers-"));
afterAll(() => rmSync(folder, { recursive: true }));

const program = (name: string, script: string) => {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
};
const browser = program("mine", "echo Chromium 150.0");

describe("the browser's place", () => {
  it("is the program that was named, with its sandbox on", async () => {
    const found = await findPlace({ search: { CHROMIUM_PATH: browser }, isRoot: false, mayBeRoot: false }, "/nobody");
    expect(found).toEqual({ place: { path: browser, sandbox: true } });
  });

  it("has no sandbox where root starts it, which only play money allows", async () => {
    const search = { CHROMIUM_PATH: browser };
    expect(await findPlace({ search, isRoot: true, mayBeRoot: true }, "/nobody")).toEqual({ place: { path: browser, sandbox: false } });
    expect(await findPlace({ search, isRoot: true, mayBeRoot: false }, "/nobody")).toEqual({ missing: expect.stringContaining("as root") });
  });

  it("is not a program that fails, or is something else", async () => {
    const stub = program("stub", "echo please install the browser; exit 1");
    const other = program("other", "echo GNU nothing 1.0");
    for (const CHROMIUM_PATH of [stub, other]) {
      const found = await findPlace({ search: { CHROMIUM_PATH }, isRoot: false, mayBeRoot: false }, "/nobody");
      expect(found).not.toEqual({ place: expect.objectContaining({ path: CHROMIUM_PATH }) });
    }
  });
});
