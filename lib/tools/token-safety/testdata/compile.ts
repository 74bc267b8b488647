import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import solc from "solc";
import type { Abi, Hex } from "viem";

export type Artifact = { abi: Abi; bytecode: Hex; runtime: Hex };
type Compiled = { abi: Abi; evm: { bytecode: { object: string }; deployedBytecode: { object: string } } };

const here = import.meta.dirname;

/** Every contract beside this file by its name; kept in the temporary folder, since the compiler needs seconds. */
export function compile(): Record<string, Artifact> {
  const sources = Object.fromEntries(
    readdirSync(here)
      .filter((file) => file.endsWith(".sol"))
      .map((file) => [file, { content: readFileSync(join(here, file), "utf8") }]),
  );
  const input = JSON.stringify({
    language: "Solidity",
    sources,
    settings: {
      optimizer: { enabled: true },
      evmVersion: "paris",
      metadata: { appendCBOR: false, bytecodeHash: "none" },
      outputSelection: { "*": { "*": ["abi", "evm.bytecode.object", "evm.deployedBytecode.object"] } },
    },
  });
  const kept = join(tmpdir(), `coinslot-token-safety-${createHash("sha256").update(input).digest("hex").slice(0, 16)}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8"));
  const artifacts = build(input);
  writeFileSync(kept, JSON.stringify(artifacts));
  return artifacts;
}

function build(input: string): Record<string, Artifact> {
  const out = JSON.parse(solc.compile(input)) as {
    errors?: { severity: string; formattedMessage: string }[];
    contracts: Record<string, Record<string, Compiled>>;
  };
  const broken = out.errors?.filter((e) => e.severity === "error") ?? [];
  if (broken.length > 0) throw new Error(broken.map((e) => e.formattedMessage).join("\n"));
  return Object.fromEntries(
    Object.values(out.contracts).flatMap((file) =>
      Object.entries(file).map(([name, c]) => [
        name,
        { abi: c.abi, bytecode: `0x${c.evm.bytecode.object}`, runtime: `0x${c.evm.deployedBytecode.object}` },
      ]),
    ),
  );
}
