import { expect, it } from "vitest";
import { rowStatus } from "./rowStatus";

it.each([
  ["settled", 0n, { status: "settled" }],
  ["settled", 1n, { status: "refunded", word: "Partly refunded" }],
  ["settled", 5_000n, { status: "refunded" }],
  ["unknown", 0n, { status: "unknown" }],
])("a %s payment of which %s went back", (state, back, status) => {
  expect(rowStatus({ state, amount: 5_000n, back })).toEqual(status);
});
