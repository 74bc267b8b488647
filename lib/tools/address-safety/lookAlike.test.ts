import { expect, test } from "vitest";
import { looksLike } from "./gather/lookAlike";

const FRIEND = "0xAbCd000000000000000000000000000000001234";

test.each([
  ["the same ends, another middle", "0xaBcD000000000000000000000000000000011234", true],
  ["itself in another case", FRIEND.toLowerCase(), false],
  ["the same beginning only", "0xabcd000000000000000000000000000000001235", false],
  ["the same end only", "0xabce000000000000000000000000000000001234", false],
])("%s", (_, other, like) => {
  expect(looksLike(FRIEND, other as typeof FRIEND)).toBe(like);
});
