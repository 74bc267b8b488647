import { createRequire } from "node:module";
import { type Abi, type Address, concatHex, type Hex } from "viem";

/** Where the compiler left room for a library's address. */
export type Links = Record<string, Record<string, { start: number; length: number }[]>>;
export type Artifact = { abi: Abi; bytecode: Hex };

const require = createRequire(import.meta.url);

/** A compiled contract as its package publishes it, with or without `0x`, with the one library that it may need. */
export function artifact(path: string, library?: Address): Artifact {
  const { abi, bytecode, linkReferences } = require(path) as { abi: Abi; bytecode: string; linkReferences?: Links };
  const code = (bytecode.startsWith("0x") ? bytecode : `0x${bytecode}`) as Hex;
  return { abi, bytecode: library && linkReferences ? link(code, linkReferences, library) : code };
}

/** Writes the library's address into the places that the compiler left open for it. */
export function link(bytecode: Hex, references: Links, library: Address): Hex {
  let code = bytecode.slice(2);
  for (const { start, length } of Object.values(references).flatMap((file) => Object.values(file).flat())) {
    code = code.slice(0, start * 2) + library.slice(2).toLowerCase() + code.slice((start + length) * 2);
  }
  return `0x${code}`;
}

/** A 32-byte storage word that holds a short string, as Solidity lays it out. */
export function shortString(text: string): Hex {
  const bytes = Buffer.from(text, "utf8");
  if (bytes.length > 31) throw new Error(`"${text}" doesn't fit one storage word.`);
  const body = Buffer.alloc(31);
  bytes.copy(body);
  return concatHex([`0x${body.toString("hex")}`, `0x${(bytes.length * 2).toString(16).padStart(2, "0")}`]);
}
