import { join } from "node:path";
import { expect, it } from "vitest";
import { compileSolidity } from "@/lib/testing/compile";
import { CHECKER_BYTECODE } from "./bytecode";

it("is what the source beside it compiles to", () => {
  const settings = { evmVersion: "paris", metadata: { bytecodeHash: "none", appendCBOR: false } };
  const { PaymentChecker } = compileSolidity(join(import.meta.dirname, "PaymentChecker.sol"), settings);
  expect(PaymentChecker?.bytecode).toBe(CHECKER_BYTECODE);
});
