import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Abi, Hex } from "viem";
import { artifact } from "../genesis/artifact";
import type { Settings } from "./types";

export type Compiled = { abi: Abi; bytecode: Hex };
/** Finds a contract of the range, or of a package when the name is a path into one. */
export type Codes = (contract: string, settings?: Settings) => Compiled;

type Solc = { compile: (input: string, callbacks: { import: (path: string) => { contents: string } }) => string };
type Output = {
  errors?: { severity: string; formattedMessage: string }[];
  contracts?: Record<string, Record<string, { abi: Abi; evm: { bytecode: { object: string } } }>>;
};

const FOLDERS = ["seen", "heldout", "registry"];
const require = createRequire(import.meta.url);

/** Different machines too: older ones lack PUSH0, which changes every address in the code. */
const SETTINGS: Record<Settings, object> = {
  usual: { evmVersion: "cancun", optimizer: { enabled: true, runs: 200 } },
  stripped: { evmVersion: "paris", optimizer: { enabled: true, runs: 1 }, metadata: { appendCBOR: false, bytecodeHash: "none" } },
  plain: { evmVersion: "london", optimizer: { enabled: false } },
  ir: { evmVersion: "cancun", optimizer: { enabled: true, runs: 10_000 }, viaIR: true },
};

/** Everything that is wanted, compiled now or kept from the last time in `cacheDir`, a file a folder and setting. */
export function compileRange(cacheDir: string, wanted: readonly { contract: string; code?: Settings | undefined }[]): Codes {
  const known = new Map<string, Compiled>();
  for (const settings of Object.keys(SETTINGS) as Settings[]) {
    const names = new Set(wanted.filter(({ contract, code = "usual" }) => code === settings && !isPath(contract)).map((w) => w.contract));
    if (names.size === 0) continue;
    for (const folder of FOLDERS) {
      for (const [name, code] of Object.entries(compileFolder(cacheDir, folder, settings, names))) known.set(`${settings}:${name}`, code);
    }
  }
  return (contract, settings = "usual") => {
    if (isPath(contract)) return artifact(contract);
    const found = known.get(`${settings}:${contract}`);
    if (!found) throw new Error(`There is no contract ${contract} (${settings}) in the range.`);
    return found;
  };
}

function isPath(contract: string): boolean {
  return contract.includes("/");
}

function compileFolder(cacheDir: string, folder: string, settings: Settings, wanted: ReadonlySet<string>): Record<string, Compiled> {
  const sources = sourcesOf(folder);
  const files = Object.entries(sources).filter(([, text]) => declared(text).some((name) => wanted.has(name)));
  if (files.length === 0) return {};
  const names = files.flatMap(([, text]) => declared(text)).filter((name) => wanted.has(name));
  const parts = [require("solc/package.json").version, SETTINGS[settings], sources, names.sort()];
  const hash = createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
  const kept = join(cacheDir, `range-${folder}-${settings}-${hash}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8"));
  const chosen = compile(
    files.map(([file, text]) => [file, declared(text).filter((name) => wanted.has(name))]),
    sources,
    settings,
  );
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(`${kept}.${process.pid}`, JSON.stringify(chosen));
  renameSync(`${kept}.${process.pid}`, kept);
  return chosen;
}

function sourcesOf(folder: string): Record<string, string> {
  const at = join(import.meta.dirname, folder);
  if (!existsSync(at)) return {};
  const names = readdirSync(at).filter((name) => name.endsWith(".sol"));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(at, name), "utf8")]));
}

function declared(source: string): string[] {
  return [...source.matchAll(/^contract (\w+)/gm)].map((found) => found[1] ?? "");
}

/** Code is made for the contracts that are wanted and for no other: that is what takes the time. */
function compile(files: [file: string, names: string[]][], sources: Record<string, string>, settings: Settings): Record<string, Compiled> {
  // Loaded here only: the compiler is 8 MB of WebAssembly that a warm start never needs.
  const solc: Solc = require("solc");
  const outputs = ["abi", "evm.bytecode.object"];
  const outputSelection = Object.fromEntries(
    files.map(([file, names]) => [file, Object.fromEntries(names.map((name) => [name, outputs]))]),
  );
  const input = {
    language: "Solidity",
    sources: Object.fromEntries(files.map(([file]) => [file, { content: sources[file] }])),
    settings: { ...SETTINGS[settings], outputSelection },
  };
  const readImport = (path: string) => ({ contents: sources[path] ?? readFileSync(require.resolve(path), "utf8") });
  const output: Output = JSON.parse(solc.compile(JSON.stringify(input), { import: readImport }));
  const errors = output.errors?.filter((e) => e.severity === "error") ?? [];
  if (errors.length > 0) throw new Error(`The range doesn't compile:\n${errors.map((e) => e.formattedMessage).join("\n")}`);
  return Object.fromEntries(
    Object.values(output.contracts ?? {}).flatMap((contracts) =>
      Object.entries(contracts).map(([name, { abi, evm }]) => [name, { abi, bytecode: `0x${evm.bytecode.object}` as Hex }]),
    ),
  );
}
