import fc from "fast-check";
import { concat, encodeAbiParameters, type Hex, pad, stringToHex, toHex } from "viem";
import { expect, test } from "vitest";
import { readTokenText } from "./tokenText";

const abi = (text: string) => encodeAbiParameters([{ type: "string" }], [text]);
const read = (data: Hex | null) => readTokenText(data, 16);

test.each([
  ["a string", abi("Plain"), "Plain", true],
  ["bytes32", stringToHex("Maker", { size: 32 }), "Maker", true],
  ["full bytes32", stringToHex("A".repeat(32), { size: 32 }), `${"A".repeat(15)}…`, false],
  ["exactly as long as allowed", abi("A".repeat(16)), "A".repeat(16), true],
  ["overlong", abi("A".repeat(17)), `${"A".repeat(15)}…`, false],
  ["control characters", abi("A\u0000\u0007B"), "AB", false],
  ["new lines", abi("A\n\nB"), "A B", false],
  ["right-to-left override", abi("US\u202EDC"), "USDC", false],
  ["zero width", abi("US\u200BDC"), "USDC", false],
  ["emoji are text", abi("🐸 PEPE"), "🐸 PEPE", true],
  ["empty", abi(""), null, false],
  ["only invisible", abi("\u200B\u200B"), null, false],
  ["no answer", null, null, false],
  ["nothing", "0x" as const, null, false],
  ["an offset beyond the end", concat([pad("0xff"), pad("0x01")]), null, false],
  ["a length beyond the end", concat([pad("0x20"), pad("0xff"), pad("0x41")]), null, false],
  ["a length of 2^256-1", concat([pad("0x20"), toHex(2n ** 256n - 1n)]), null, false],
] as const)("%s", (_, data, text, plain) => {
  expect(read(data)).toEqual({ text, plain });
});

test("whatever the bytes: bounded, one line, nothing invisible", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const { text } = read(toHex(bytes));
      if (text === null) return;
      expect([...text].length).toBeLessThanOrEqual(16);
      expect(text).not.toMatch(/[\p{Cc}\p{Cf}\n]/u);
    }),
  );
});
