import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Hex } from "viem";
import { MULTICALL3 } from "../../chains";
import type { Bench } from "./bench";

/** viem carries the code for its deployless calls, though it names it to nobody. */
function multicallBytecode(): Hex {
  const require = createRequire(import.meta.url);
  const constants = require(join(dirname(require.resolve("viem")), "constants", "contracts.js"));
  return constants.multicall3Bytecode;
}

/** Puts Multicall3 where every chain has it. */
export async function placeMulticall(bench: Bench): Promise<void> {
  const original = await bench.deploy([], multicallBytecode());
  await bench.setCode(MULTICALL3, await bench.codeAt(original));
}
