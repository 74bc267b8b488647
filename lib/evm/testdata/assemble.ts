import { wordToBytes } from "../words";

const NAMES =
  "00 STOP 01 ADD 02 MUL 03 SUB 04 DIV 05 SDIV 06 MOD 07 SMOD 08 ADDMOD 09 MULMOD 0a EXP 0b SIGNEXTEND 10 LT 11 GT 12 SLT 13 SGT 14 EQ 15 ISZERO 16 AND 17 OR 18 XOR 19 NOT 1a BYTE 1b SHL 1c SHR 1d SAR 1e CLZ 20 KECCAK256 30 ADDRESS 31 BALANCE 32 ORIGIN 33 CALLER 34 CALLVALUE 35 CALLDATALOAD 36 CALLDATASIZE 37 CALLDATACOPY 38 CODESIZE 39 CODECOPY 3a GASPRICE 3b EXTCODESIZE 3c EXTCODECOPY 3d RETURNDATASIZE 3e RETURNDATACOPY 3f EXTCODEHASH 40 BLOCKHASH 41 COINBASE 42 TIMESTAMP 43 NUMBER 44 PREVRANDAO 45 GASLIMIT 46 CHAINID 47 SELFBALANCE 48 BASEFEE 49 BLOBHASH 4a BLOBBASEFEE 50 POP 51 MLOAD 52 MSTORE 53 MSTORE8 54 SLOAD 55 SSTORE 56 JUMP 57 JUMPI 58 PC 59 MSIZE 5a GAS 5b JUMPDEST 5c TLOAD 5d TSTORE 5e MCOPY f0 CREATE f1 CALL f2 CALLCODE f3 RETURN f4 DELEGATECALL f5 CREATE2 fa STATICCALL fd REVERT fe INVALID ff SELFDESTRUCT".split(
    " ",
  );

const opcodes = new Map<string, number>();
for (let n = 0; n < NAMES.length; n += 2) opcodes.set(NAMES[n + 1] as string, Number.parseInt(NAMES[n] as string, 16));
for (let n = 1; n <= 16; n++) opcodes.set(`DUP${n}`, 0x7f + n).set(`SWAP${n}`, 0x8f + n);
for (let n = 0; n <= 4; n++) opcodes.set(`LOG${n}`, 0xa0 + n);

/** Names become opcodes, numbers become the shortest push of them, pieces of code stay. */
export function assemble(...parts: (string | number | bigint | Uint8Array)[]): Uint8Array {
  const bytes: number[] = [];
  for (const part of parts) {
    if (part instanceof Uint8Array) bytes.push(...part);
    else if (typeof part === "string") for (const name of part.split(" ")) bytes.push(...instruction(name));
    else bytes.push(...pushOf(BigInt(part)));
  }
  return Uint8Array.from(bytes);
}

function instruction(name: string): number[] {
  const opcode = opcodes.get(name);
  if (opcode !== undefined) return [opcode];
  return pushOf(BigInt(name));
}

function pushOf(word: bigint): number[] {
  const bytes = wordToBytes(word);
  let from = 0;
  while (from < bytes.length && bytes[from] === 0) from++;
  return [0x5f + bytes.length - from, ...bytes.subarray(from)];
}
