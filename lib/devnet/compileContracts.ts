import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Abi, Hex } from "viem";

export type CompiledContract = { abi: Abi; bytecode: Hex };
export type CompiledContracts = Record<string, CompiledContract>;

type Output = {
  errors?: { severity: string; formattedMessage: string }[];
  contracts?: Record<string, Record<string, { abi: Abi; evm: { bytecode: { object: string } } }>>;
};
type Solc = { version: () => string; compile: (input: string, callbacks: { import: (path: string) => { contents: string } }) => string };

const SOURCES = join(import.meta.dirname, "contracts");
const require = createRequire(import.meta.url);

/** Everything that the compiler's result depends on. */
export function contractSources(): Record<string, string> {
  const names = readdirSync(SOURCES).filter((name) => name.endsWith(".sol"));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(SOURCES, name), "utf8")]));
}

/** Compiles the sample tokens, or answers what `cacheDir` holds from the last time. */
export function compileContracts(cacheDir: string): CompiledContracts {
  const sources = contractSources();
  const versions = ["solc", "@openzeppelin/contracts"].map((name) => require(`${name}/package.json`).version);
  const hash = createHash("sha256")
    .update(JSON.stringify([versions, sources]))
    .digest("hex")
    .slice(0, 16);
  const cached = join(cacheDir, `contracts-${hash}.json`);
  if (existsSync(cached)) return JSON.parse(readFileSync(cached, "utf8"));
  const compiled = compile(sources);
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(`${cached}.${process.pid}`, JSON.stringify(compiled));
  renameSync(`${cached}.${process.pid}`, cached);
  return compiled;
}

function compile(sources: Record<string, string>): CompiledContracts {
  // Loaded here only: the compiler is 8 MB of WebAssembly that a warm start never needs.
  const solc: Solc = require("solc");
  const input = {
    language: "Solidity",
    sources: Object.fromEntries(Object.entries(sources).map(([name, content]) => [name, { content }])),
    settings: {
      optimizer: { enabled: true, runs: 200 },
      metadata: { bytecodeHash: "none" },
      outputSelection: { "*": { "*": ["abi", "evm.bytecode.object"] } },
    },
  };
  const readImport = (path: string) => ({ contents: readFileSync(require.resolve(path), "utf8") });
  const output: Output = JSON.parse(solc.compile(JSON.stringify(input), { import: readImport }));
  const errors = output.errors?.filter((e) => e.severity === "error") ?? [];
  if (errors.length > 0) throw new Error(`The sample tokens don't compile:\n${errors.map((e) => e.formattedMessage).join("\n")}`);
  const own = Object.entries(output.contracts ?? {}).filter(([file]) => file in sources);
  return Object.fromEntries(
    own.flatMap(([, contracts]) =>
      Object.entries(contracts).map(([name, { abi, evm }]) => [name, { abi, bytecode: `0x${evm.bytecode.object}` as Hex }]),
    ),
  );
}
