import { type Hex, hexToBytes } from "viem";
import { expect, test } from "vitest";
import { constantsOf, findFunctions } from "./functions";

const push = (size: number, value: string): string => (0x5f + size).toString(16) + value.padStart(size * 2, "0");
const code = (...parts: string[]): Hex => `0x${parts.join("")}`;
const SOMEBODY = "f39fd6e51aad88f6f4ce6ab8827279cfffb92266";

test("addresses that stand in the code are found, once each, whatever instruction holds them", () => {
  expect(constantsOf(code(push(20, SOMEBODY), push(32, SOMEBODY), "00"))).toEqual([BigInt(`0x${SOMEBODY}`)]);
});

test("no address: small numbers, the mask of addresses, bytes inside of another constant, a cut end", () => {
  expect(constantsOf(code(push(32, "ff"), push(20, "f".repeat(40)), push(21, `01${SOMEBODY}`)))).toEqual([]);
  expect(constantsOf(code(push(32, `73${SOMEBODY}${"00".repeat(11)}`)))).toEqual([]);
  expect(constantsOf("0x73")).toEqual([]);
  expect(constantsOf("0x")).toEqual([]);
});

test("no more than are worth a look", () => {
  const many = Array.from({ length: 100 }, (_, i) => push(20, `f0${i.toString(16).padStart(38, "0")}`));
  expect(constantsOf(code(...many)).length).toBe(24);
});

test("a selector that is only compared with is found, too", async () => {
  const found = await findFunctions(hexToBytes(code(push(4, "a9059cbb"), push(4, "ffffffff"), push(4, "00001234"), "00")));
  expect(new Set(found?.functions.map(({ selector }) => selector))).toEqual(new Set([0xa9059cbb]));
  expect(found?.functions[0]).toEqual({ selector: 0xa9059cbb, types: ["address", "uint256"], payable: false });
});

test("no code, and more than a chain takes, is not read", async () => {
  expect(await findFunctions(new Uint8Array())).toBeNull();
  expect(await findFunctions(new Uint8Array(2 * 24_576 + 1))).toBeNull();
});
