import { bytesToHex, type Hex, hexToBytes } from "viem";
import { disassemble } from "@/lib/chain/disassemble";
import { isAddressLike } from "../lab/bytes";
import type { Fn } from "../lab/ground";
import { splitTypes } from "../layGround";

const PUSH1 = 0x60;
const PUSH4 = 0x63;
const PUSH20 = 0x73;
const PUSH32 = 0x7f;
const MOST_CONSTANTS = 24;
const MOST_SELECTORS = 64;
/** The largest code that a chain takes, twice over; more would only cost time. */
const MOST_CODE = 2 * 24_576;

/** What can be called in this code, found in the bytecode itself; null when it could not be taken apart. */
export async function findFunctions(code: Uint8Array): Promise<{ functions: Fn[]; constants: bigint[] } | null> {
  if (code.length === 0 || code.length > MOST_CODE) return null;
  const hex = bytesToHex(code);
  const info = await disassemble(hex);
  if (!info) return null;
  const functions = (info.functions ?? []).map(({ selector, arguments: types, stateMutability }) => ({
    selector: Number.parseInt(selector, 16),
    types: splitTypes(types ?? ""),
    payable: stateMutability === "payable",
  }));
  const known = new Set(functions.map(({ selector }) => selector));
  const others = selectorsIn(code).filter((selector) => !known.has(selector));
  return {
    functions: [...functions, ...others.map((selector) => ({ selector, types: ["address", "uint256"], payable: false }))],
    constants: constantsOf(hex),
  };
}

/** Four-byte values in the code: a dispatcher that hides from analysis still has to compare with them. */
function selectorsIn(code: Uint8Array): number[] {
  const found = new Set<number>();
  for (let i = 0; i < code.length && found.size < MOST_SELECTORS; i++) {
    const op = code[i] ?? 0;
    if (op < PUSH1 || op > PUSH32) continue;
    const size = op - PUSH1 + 1;
    const at = new DataView(code.buffer, code.byteOffset + i + 1, Math.min(size, code.length - i - 1));
    if (op === PUSH4 && at.byteLength === 4 && at.getUint32(0) > 0xffff && at.getUint32(0) !== 0xffffffff) found.add(at.getUint32(0));
    i += size;
  }
  return [...found];
}

/** Addresses that stand in the code: compared with, called, or immutable. */
export function constantsOf(code: Hex): bigint[] {
  const bytes = hexToBytes(code);
  const found = new Set<bigint>();
  for (let i = 0; i < bytes.length && found.size < MOST_CONSTANTS; i++) {
    const op = bytes[i] ?? 0;
    if (op < PUSH1 || op > PUSH32) continue;
    const size = op - PUSH1 + 1;
    if (op >= PUSH20) {
      const word = BigInt(bytesToHex(bytes.subarray(i + 1, i + 1 + size)));
      if (isAddressLike(word) && word !== (1n << 160n) - 1n) found.add(word);
    }
    i += size;
  }
  return [...found];
}
