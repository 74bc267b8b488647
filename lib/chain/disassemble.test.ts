import type { Hex } from "viem";
import { expect, test } from "vitest";
import { disassemble } from "./disassemble";

/** 400 functions that all run into the same endless choice of ways. */
function maze(): Hex {
  const word = (n: number, digits: number) => n.toString(16).padStart(digits, "0");
  const functions = 400;
  const body = 6 + functions * 11;
  let code = "60003560e01c";
  for (let i = 0; i < functions; i++) code += `8063${word(0x10000000 + i * 7, 8)}1461${word(body, 4)}57`;
  for (let at = body; at < 24_000; at += 9) code += `5b60005461${word(at + 9, 4)}575b`;
  return `0x${code}`;
}

test("code that would tie up its reader is given up, and the next one is read", async () => {
  const started = performance.now();
  const [tangled, honest] = await Promise.all([disassemble(maze()), disassemble("0x60003560e01c8063a9059cbb14601057005b00")]);
  expect(tangled).toBeNull();
  expect(honest?.functions?.map(({ selector }) => selector)).toEqual(["a9059cbb"]);
  expect(performance.now() - started).toBeLessThan(4_000);
});
