import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Abi, Hex } from "viem";
import { compileSolidity } from "@/lib/testing/compile";

type Artifact = { abi: Abi; bytecode: Hex };

/** The contracts beside this file by their names; kept in the temporary folder, since the compiler needs seconds. */
export function fixture(name: string): Artifact {
  const file = join(import.meta.dirname, "Fixtures.sol");
  const hash = createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 16);
  const kept = join(tmpdir(), `coinslot-chain-fixtures-${hash}.json`);
  if (!existsSync(kept)) writeFileSync(kept, JSON.stringify(compileSolidity(file, { evmVersion: "shanghai" })));
  const found = (JSON.parse(readFileSync(kept, "utf8")) as Record<string, Artifact>)[name];
  if (!found) throw new Error(`no contract ${name}`);
  return found;
}
