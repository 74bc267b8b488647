import { expect, it } from "vitest";
import { shownJson } from "./shownJson";

it("cuts what is long and has no words in it, and says so", () => {
  const { text, cut } = shownJson({ image: "QUJD".repeat(1_000), width: 3 });
  expect(cut).toBe(true);
  expect(JSON.parse(text)).toEqual({ image: `${"QUJD".repeat(30)}… and 3,880 characters more`, width: 3 });
});

it("leaves long texts that people read, and everything else", () => {
  const answer = { text: "a word or two ".repeat(500), list: [1, null, true], short: "QUJD" };
  expect(shownJson(answer)).toEqual({ text: JSON.stringify(answer, null, 2), cut: false });
});
