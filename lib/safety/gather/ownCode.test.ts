import { expect, it } from "vitest";
import { ownCode } from "./ownCode";

it("cuts off what the compiler appended, and nothing else", () => {
  const code = "0x600160020142";
  expect(ownCode(`${code}a2646970667358221220${"42".repeat(32)}64736f6c63430008140033`)).toBe(code);
  expect(ownCode(`${code}a164736f6c6343000706000a`)).toBe(code);
  for (const plain of [code, "0x", "0x00", "0x6001600201420003"] as const) expect(ownCode(plain)).toBe(plain);
});
