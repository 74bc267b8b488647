import { bytesToHex, type Hex, hexToBytes } from "viem";
import { disassemble } from "@/lib/chain/disassemble";
import { isAddressLike } from "../lab/bytes";
import type { Fn } from "../lab/ground";
import { splitTypes } from "../splitTypes";

const PUSH1 = 0x60;
const SHL = 0x1b;
const PUSH4 = 0x63;
const PUSH20 = 0x73;
const PUSH32 = 0x7f;
const SHAPES = [
  ["address", "uint256"],
  ["uint256", "uint256"],
  ["address", "address", "uint256"],
] as const;
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
    // Their arguments are anybody's guess.
    functions: [...functions, ...others.flatMap((selector) => SHAPES.map((types) => ({ selector, types: [...types], payable: false })))],
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
    const value = size <= 4 && at.byteLength === size ? Number(`0x${bytesToHex(code.subarray(i + 1, i + 1 + size)).slice(2)}`) : null;
    const selector = value === null ? null : shifted(code, i + 1 + size, value, op === PUSH4);
    if (selector !== null && selector > 0xffff && selector !== 0xffffffff) found.add(selector);
    i += size;
  }
  return [...found];
}

/** Compilers write a selector with zeros at its end as a smaller number and a shift. */
function shifted(code: Uint8Array, at: number, value: number, whole: boolean): number | null {
  const [push, by = 0, shl] = code.subarray(at, at + 3);
  if (push === PUSH1 && shl === SHL && by >= 224) return (value * 2 ** (by - 224)) % 2 ** 32;
  return whole ? value : null;
}

/** Addresses that stand in the code: compared with, called, or immutable. */
export function constantsOf(code: Hex): bigint[] {
  const bytes = hexToBytes(code);
  const found = new Set<bigint>();
  for (let i = 0; i < bytes.length && found.size < MOST_CONSTANTS; i++) {
    const op = bytes[i] ?? 0;
    if (op < PUSH1 || op > PUSH32) continue;
    const size = op - PUSH1 + 1;
    // What the end of the code cuts off is no constant.
    if (op >= PUSH20 && i + size < bytes.length) {
      const word = BigInt(bytesToHex(bytes.subarray(i + 1, i + 1 + size)));
      if (isAddressLike(word) && word !== (1n << 160n) - 1n) found.add(word);
    }
    i += size;
  }
  return [...found];
}
