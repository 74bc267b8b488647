import { createRequire } from "node:module";
import { type Abi, concatHex, type Hex } from "viem";

export type Artifact = { abi: Abi; bytecode: Hex };

const require = createRequire(import.meta.url);

/** A compiled contract as its package publishes it, with or without `0x`. */
export function artifact(path: string): Artifact {
  const { abi, bytecode } = require(path) as { abi: Abi; bytecode: string };
  return { abi, bytecode: (bytecode.startsWith("0x") ? bytecode : `0x${bytecode}`) as Hex };
}

/** A 32-byte storage word that holds a short string, as Solidity lays it out. */
export function shortString(text: string): Hex {
  const bytes = Buffer.from(text, "utf8");
  if (bytes.length > 31) throw new Error(`"${text}" doesn't fit one storage word.`);
  const body = Buffer.alloc(31);
  bytes.copy(body);
  return concatHex([`0x${body.toString("hex")}`, `0x${(bytes.length * 2).toString(16).padStart(2, "0")}`]);
}
