import { describe, expect, it } from "vitest";
import { pageOf } from "./pages";

const named = (n: number) => Array.from({ length: n }, (_, i) => ({ name: `t${String(i).padStart(4, "0")}` }));

function walk(lists: (page: number) => { name: string }[], size: number): string[] {
  const seen: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 100; page++) {
    const { items, nextCursor } = pageOf(lists(page), cursor, size);
    seen.push(...items.map(({ name }) => name));
    if (!nextCursor) return seen;
    cursor = nextCursor;
  }
  throw new Error("never ends");
}

describe("pages", () => {
  it.each([0, 1, 49, 50, 51, 1_000])("tell each of %i tools once", (n) => {
    expect(walk(() => named(n), 50)).toEqual(named(n).map(({ name }) => name));
  });

  it("stay where they are while tools come and go between them", () => {
    const all = named(200);
    // The tool that the cursor stands on is gone, one before it is new.
    const seen = walk(
      (page) =>
        page === 0 ? all : [{ name: "t0000a" }, ...all].filter(({ name }) => name !== "t0049").sort((a, b) => (a.name < b.name ? -1 : 1)),
      50,
    );
    expect(seen).toEqual(all.map(({ name }) => name));
  });

  it("refuse a cursor that is not from here", () => {
    for (const cursor of ["", "zzz", Buffer.from("t0001").toString("base64url")])
      expect(() => pageOf(named(3), cursor, 2)).toThrow("not from here");
  });
});
