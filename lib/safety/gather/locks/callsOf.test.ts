import { decodeAbiParameters, parseAbiParameters, slice, toHex } from "viem";
import { expect, it } from "vitest";
import { callsOf } from "./callsOf";

const values = { addresses: [0xaan, 0xbbn], numbers: [7n, 300n, 2n ** 256n - 1n], words: [] };
const decoded = (signature: string, most = 100) =>
  callsOf("0x12345678", signature, values, most).map((data) => decodeAbiParameters(parseAbiParameters(signature), slice(toHex(data), 4)));

it("begins with the likeliest arguments, and ends where it is told to", () => {
  expect(decoded("address,uint256", 2)).toEqual([
    ["0x00000000000000000000000000000000000000AA", 7n],
    ["0x00000000000000000000000000000000000000bb", 7n],
  ]);
  expect(decoded("address,uint256")).toHaveLength(6);
});

it("keeps to what a type can hold, and knows lists, tuples and bytes", () => {
  expect(decoded("uint8").flat()).toEqual([7, 255]);
  expect(decoded("(address,bool)[]", 1)).toEqual([[[["0x00000000000000000000000000000000000000AA", true]]]]);
  expect(decoded("bytes,bytes32", 1)).toEqual([["0x", `0x${"0".repeat(64)}`]]);
});

it("makes no call of what it can't read", () => {
  expect(callsOf("0x12345678", "function(", values, 5)).toEqual([]);
  expect(callsOf("0x12345678", "", values, 5).map((data) => toHex(data))).toEqual(["0x12345678"]);
});
