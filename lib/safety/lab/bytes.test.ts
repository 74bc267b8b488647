import fc from "fast-check";
import { bytesToHex, encodeFunctionData, parseAbi } from "viem";
import { expect, test } from "vitest";
import { splitTypes } from "../splitTypes";
import { addressHex, calldata, isAddressLike, LOW_160, MAX_WORD, selectorHex, selectorOf, wordAt } from "./bytes";
import { addressesIn, wordOf } from "./preimages";

const word = fc.bigInt(0n, MAX_WORD);

test("a call is laid out as everybody else lays it out", () => {
  const abi = parseAbi(["function transfer(address to, uint256 value)"]);
  fc.assert(
    fc.property(fc.bigInt(0n, LOW_160), word, (to, value) => {
      const data = encodeFunctionData({ abi, functionName: "transfer", args: [addressHex(to), value] });
      expect(bytesToHex(calldata(0xa9059cbb, [to, value]))).toBe(data);
    }),
  );
});

test("words come back as they were put, from any place in a buffer", () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 5 }), (words) => {
      const data = calldata(0xffffffff, words).subarray(4);
      expect(words.map((_, i) => wordAt(data, i))).toEqual(words);
      expect(wordAt(data, words.length)).toBeNull();
    }),
  );
});

test("a selector is four bytes, even above half of them", () => {
  expect(selectorOf(calldata(0xf0000001))).toBe(0xf0000001);
  expect(selectorOf(new Uint8Array(3))).toBe(-1);
  expect([selectorHex(0xf0000001), selectorHex(0xf0000001 | 0), selectorHex(1)]).toEqual(["0xf0000001", "0xf0000001", "0x00000001"]);
});

test("numbers are no addresses", () => {
  expect([0n, 10n ** 28n, 1n << 96n, (1n << 96n) + 1n, LOW_160, LOW_160 + 1n].map(isAddressLike)).toEqual([
    false,
    false,
    false,
    true,
    true,
    false,
  ]);
});

test("addresses are found in what was hashed, as words and packed", () => {
  const who = (1n << 159n) + 5n;
  expect(addressesIn(calldata(0, [who, 3n]).subarray(4))).toEqual([who]);
  const packed = new Uint8Array(52);
  packed.set(Buffer.from(who.toString(16), "hex"), 0);
  expect(addressesIn(packed)).toContain(who);
  const behind = new Uint8Array(52);
  behind.set(Buffer.from(who.toString(16), "hex"), 32);
  expect(addressesIn(behind)).toContain(who);
  expect([addressesIn(undefined), addressesIn(new Uint8Array(0)), addressesIn(new Uint8Array(7))]).toEqual([[], [], []]);
  expect(wordOf(calldata(0, [7n, who]).subarray(4), 1)).toBe(who);
});

test("types are split at the outermost commas only", () => {
  expect(splitTypes("")).toEqual([]);
  expect(splitTypes("address")).toEqual(["address"]);
  expect(splitTypes("address,(uint256,(bool,bytes)[])[],bytes")).toEqual(["address", "(uint256,(bool,bytes)[])[]", "bytes"]);
  const plain = fc.constantFrom("address", "uint8", "(bool,address)", "((int8,int8)[],bytes)[2]", "string[]");
  fc.assert(
    fc.property(fc.array(plain), (types) => {
      expect(splitTypes(types.join())).toEqual(types);
    }),
  );
});
