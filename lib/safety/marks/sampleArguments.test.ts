import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleArguments } from "./sampleArguments";

const [A, B] = [`0x${"0a".repeat(20)}`, `0x${"0b".repeat(20)}`] as const;

test("every way to spread two addresses over two places", () => {
  const found = sampleArguments(["address", "uint256", "address"], [A, B]);
  const places = found.map((data) => [data.slice(26, 66), data.slice(-40)].map((hex) => hex.slice(0, 2)).join(""));
  expect(places).toEqual(["0a0a", "0a0b", "0b0a", "0b0b"]);
});

test("lists, records and texts are written too", () => {
  for (const types of [
    ["address[]"],
    ["(address,uint256)[]"],
    ["bytes", "string"],
    ["uint256[3]"],
    ["bytes4", "bool"],
    ["(address,(uint8,bytes))"],
  ]) {
    expect(sampleArguments(types, [A, B]).length).toBeGreaterThan(0);
  }
});

test("types that a disassembler makes up never end the run", () => {
  const type = fc.oneof(
    fc.constantFrom("address", "uint256[]", "(address", "tuple", "bytes99", "uint7", "address[][2]", "()"),
    fc.string({ maxLength: 12 }),
  );
  fc.assert(fc.property(fc.array(type, { maxLength: 5 }), (types) => sampleArguments(types, [A, B]).length <= 27));
});
