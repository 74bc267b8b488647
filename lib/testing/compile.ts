import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Abi, Hex } from "viem";

type Solc = { compile: (input: string) => string };
type Output = { contracts: Record<string, Record<string, { abi: Abi; evm: { bytecode: { object: string } } }>> };

/** The contracts of one Solidity file, compiled. `evmVersion` as old as the chains that they are for. */
export function compileSolidity(file: string, settings: Record<string, unknown> = {}): Record<string, { abi: Abi; bytecode: Hex }> {
  const solc: Solc = createRequire(import.meta.url)("solc");
  const input = {
    language: "Solidity",
    sources: { file: { content: readFileSync(file, "utf8") } },
    settings: { optimizer: { enabled: true, runs: 1_000 }, ...settings, outputSelection: { "*": { "*": ["abi", "evm.bytecode.object"] } } },
  };
  const output: Output = JSON.parse(solc.compile(JSON.stringify(input)));
  const found = Object.entries(output.contracts.file ?? {});
  return Object.fromEntries(found.map(([name, { abi, evm }]) => [name, { abi, bytecode: `0x${evm.bytecode.object}` as Hex }]));
}
