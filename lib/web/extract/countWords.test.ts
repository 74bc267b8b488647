import { expect, it } from "vitest";
import { countWords, wordsOfMarkdown } from "./countWords";

it.each([
  ["", 0, 0],
  [" - * | --- … – ", 0, 0],
  ["One two, three-four (5) don't", 5, 1],
  ["Brötchen für Käse", 3, 1],
  ["хлеб и сыр", 3, 1],
  ["東京都はパン", 6, 1],
  ["a\u00a0b\nc\td", 4, 1],
  ["word ".repeat(2_300), 2_300, 10],
])("%j", (text, words, minutes) => {
  expect(countWords(text)).toEqual({ words, minutes });
});

it("addresses are not read", () => {
  expect(countWords(wordsOfMarkdown("[two words](https://a.example/b-c-d) ![pic](https://a.example/e)")).words).toBe(3);
});
