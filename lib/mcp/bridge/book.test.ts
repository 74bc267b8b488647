import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openBook } from "./book";

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "coinslot-book-"));
  file = join(dir, "deep", "spending.json");
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const payee = (i: number) => `0x${i.toString(16).padStart(40, "0")}` as const;

describe("the book", () => {
  it("is empty at first, and then what was last written, for its owner's eyes only", async () => {
    const book = openBook(file);
    expect((await book.read()).days).toEqual({});
    await book.update((state) => void Object.assign(state.payees, { "m t": payee(1) }));
    expect((await openBook(file).read()).payees).toEqual({ "m t": payee(1) });
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readdirSync(join(dir, "deep"))).toEqual(["spending.json"]);
  });

  it("loses nothing of a hundred changes at once from several openers", async () => {
    const books = Array.from({ length: 5 }, () => openBook(file));
    await Promise.all(
      Array.from({ length: 100 }, (_, i) => books[i % 5]?.update((state) => void Object.assign(state.payees, { [`m ${i}`]: payee(i) }))),
    );
    expect(Object.keys((await openBook(file).read()).payees)).toHaveLength(100);
  });

  it("a change that throws leaves the state as it was, and the lock free", async () => {
    const book = openBook(file);
    await book.update((state) => void Object.assign(state.payees, { a: payee(1) }));
    const before = readFileSync(file, "utf8");
    await expect(
      book.update((state) => {
        state.payees = {};
        throw new Error("no");
      }),
    ).rejects.toMatchObject({ code: "book_unusable" });
    expect(readFileSync(file, "utf8")).toBe(before);
    await book.update(() => undefined);
  });

  it("refuses to go on with what it can't read", async () => {
    const book = openBook(file);
    await book.update(() => undefined);
    for (const text of ["", "{", '{"version":1}', '{"version":2,"days":{},"pending":[],"last":[],"payees":{}}']) {
      writeFileSync(file, text);
      await expect(book.read()).rejects.toMatchObject({ code: "book_unusable", message: expect.stringContaining(file) });
      await expect(book.update(() => undefined)).rejects.toMatchObject({ code: "book_unusable" });
      expect(readFileSync(file, "utf8")).toBe(text);
    }
  });

  it("takes the lock of a process that died, and waits for one that lives", async () => {
    const book = openBook(file);
    await book.update(() => undefined);
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    writeFileSync(`${file}.lock`, `${pid} gone`);
    const old = new Date(Date.now() - 10_000);
    utimesSync(`${file}.lock`, old, old);
    await book.update(() => undefined);
    writeFileSync(`${file}.lock`, `${process.pid} busy`);
    utimesSync(`${file}.lock`, old, old);
    let done = false;
    const waiting = book
      .update(() => undefined)
      .then(() => {
        done = true;
      });
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(done).toBe(false);
    rmSync(`${file}.lock`);
    await waiting;
  });
});
