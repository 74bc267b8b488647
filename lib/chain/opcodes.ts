import { type Hex, hexToBytes } from "viem";

const PUSH1 = 0x60;
const PUSH32 = 0x7f;
export const TIMESTAMP = 0x42;
export const CALL = 0xf1;
export const CALLCODE = 0xf2;
export const DELEGATECALL = 0xf4;

/** Is the instruction anywhere in the code? Pushed data is skipped, so that an address can't look like one. */
export function hasOpcode(code: Hex, opcode: number): boolean {
  const bytes = hexToBytes(code);
  for (let i = 0; i < bytes.length; i++) {
    const op = bytes[i] ?? 0;
    if (op === opcode) return true;
    if (op >= PUSH1 && op <= PUSH32) i += op - PUSH1 + 1;
  }
  return false;
}
