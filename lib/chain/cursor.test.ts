import { expect, test } from "vitest";
import { readCursor, writeCursor } from "./cursor";

const place = { from: 10n, to: 900n, block: 55n, index: 7 };
const question = ["whale-swaps", "eip155:1", "0xabc", 100];

test("comes back as it went", () => {
  expect(readCursor(question, writeCursor(question, place), 1_000n)).toEqual(place);
});

test("fits no other question, and nothing may be changed in it", () => {
  const text = writeCursor(question, place);
  const other = Buffer.from(Buffer.from(text, "base64url").toString().replace("55", "56")).toString("base64url");
  for (const [asked, cursor] of [
    [[...question, 1], text],
    [["new-pairs", "eip155:1"], text],
    [question, other],
    [question, "AAAAAAAA"],
    [question, ""],
  ] as const) {
    expect(() => readCursor(asked, cursor, 1_000n)).toThrow(expect.objectContaining({ reason: "bad_cursor" }));
  }
});

test("a window beyond the newest block is told apart: the chain was wound back", () => {
  expect(() => readCursor(question, writeCursor(question, place), 899n)).toThrow(expect.objectContaining({ reason: "bad_cursor" }));
});
