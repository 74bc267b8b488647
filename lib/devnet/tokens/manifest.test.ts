import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { artifact } from "../genesis/artifact";
import { BEHAVIOURS } from "./behaviours";
import { RANGE } from "./manifest";

const halves = Object.entries(RANGE);
/** No single contract is both sides of these. */
const ONE_SIDED = new Set(["plain", "real", "untried"]);
const BADNESS = { ok: 0, unknown: 0, caution: 1, avoid: 2 };

function sources(folders: string[]): string {
  const files = folders.map((folder) => join(import.meta.dirname, folder)).flatMap((at) => readdirSync(at).map((name) => join(at, name)));
  return files
    .filter((file) => file.endsWith(".sol"))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
}

describe("the range of contracts", () => {
  it("shows every behaviour from its bad side and from a better one", () => {
    const all = halves.flatMap(([, rows]) => rows);
    for (const behaviour of Object.keys(BEHAVIOURS).filter((one) => !ONE_SIDED.has(one))) {
      const verdicts = all.filter((row) => row.behaviour === behaviour).map(({ deserves }) => BADNESS[deserves]);
      expect(Math.max(...verdicts), behaviour).toBeGreaterThan(Math.min(...verdicts));
    }
  });

  it("gives every row a name of its own, since its accounts come from it", () => {
    const ids = halves.flatMap(([, rows]) => rows.map(({ id }) => id));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it.each(halves)("%s: twins know whose they are, and deserve better", (_half, rows) => {
    for (const { id, twinOf, deserves } of rows) {
      if (twinOf === undefined) continue;
      const original = rows.find((row) => row.id === twinOf);
      expect(original, `${id} is the twin of ${twinOf}`).toBeDefined();
      expect(BADNESS[deserves], id).toBeLessThan(BADNESS[original?.deserves ?? "ok"]);
    }
  });

  it.each(halves)("%s: whatever deserves a warning says which checks give the reason", (_half, rows) => {
    for (const { id, deserves, names } of rows) expect(names.length > 0, id).toBe(deserves === "avoid" || deserves === "caution");
  });

  it.each(halves)("%s: every contract that is named exists", (_half, rows) => {
    const text = sources(["seen", "heldout", "registry"]);
    for (const { contract, stands, helpers = [] } of rows) {
      for (const name of [...(stands ? [] : [contract]), ...helpers.map((helper) => helper.contract)]) {
        if (name.includes("/")) expect(artifact(name).bytecode.length, name).toBeGreaterThan(100);
        else expect(text.match(new RegExp(`^contract ${name}\\b`, "gm"))?.length, name).toBe(1);
      }
    }
  });
});
