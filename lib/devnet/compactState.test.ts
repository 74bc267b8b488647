import { expect, it } from "vitest";
import { bestBlock, compactState } from "./compactState";

const block = (number: number, transactions: string[] = []) => ({ header: { number: `0x${number.toString(16)}` }, transactions });
const dump = (blocks: unknown[], best: number) =>
  Buffer.from(JSON.stringify({ accounts: { "0x1": { nonce: 1 } }, best_block_number: best, blocks, transactions: [{ info: {} }] }));
const heights = (state: Buffer): number[] =>
  JSON.parse(state.toString()).blocks.map((b: { header: { number: string } }) => Number(b.header.number));

it("forgets old empty blocks and nothing else", () => {
  const blocks = [...Array(1_000).keys()].map((n) => block(n, n === 7 ? ["0xabc"] : []));
  const state = compactState(dump(blocks.reverse(), 999));
  expect(heights(state).sort((a, b) => a - b)).toEqual([0, 7, ...[...Array(256).keys()].map((n) => 744 + n)]);
  expect(JSON.parse(state.toString())).toMatchObject({
    accounts: { "0x1": { nonce: 1 } },
    best_block_number: 999,
    transactions: [{ info: {} }],
  });
});

it("leaves a young chain as it is", () => {
  const young = dump([block(0), block(1), block(2, ["0x1"])], 2);
  expect(compactState(young).equals(young)).toBe(true);
  const empty = dump([], 0);
  expect(compactState(empty).equals(empty)).toBe(true);
});

it("knows a whole dump from one that was cut short", () => {
  const whole = dump([block(0), block(1)], 1);
  expect(bestBlock(whole)).toBe(1);
  expect(bestBlock(whole.subarray(0, whole.length - 1))).toBeNull();
  expect(bestBlock(Buffer.from(""))).toBeNull();
});
