import { bytesToHex, type Hex } from "viem";
import { CALL, CALLCODE, DELEGATECALL, hasOpcode } from "@/lib/chain/opcodes";
import { ownCode } from "../ownCode";
import type { Tried } from "./attempt";
import type { HolderCode } from "./holderCode";

const EQ = 0x14;
/** No key leads to an address that is this small. */
const NOBODYS = 1n << 64n;

/** A function that might send something away, and that never ran to its end in all our trials; null where there is none. */
export function unsolved({ functions, codes }: HolderCode, tried: readonly Tried[]): Hex | null {
  const all = codes.map((code) => ownCode(bytesToHex(code)));
  if (!all.some((code) => [CALL, CALLCODE, DELEGATECALL].some((opcode) => hasOpcode(code, opcode)))) return null;
  const changing = functions.filter(({ changes }) => changes);
  if (changing.length === 0) return "0x";
  const solved = new Set(tried.filter((one) => one.result.ok || isClosed(one)).map(({ attempt }) => attempt.selector));
  return changing.find(({ selector }) => !solved.has(selector))?.selector ?? null;
}

/** It is for nobody: what it holds its caller against is an address that nobody has. */
function isClosed({ attempt, result }: Tried): boolean {
  return result.seen.compares.some(({ mark, other, op }) => mark === attempt.caller.address && op === EQ && other < NOBODYS);
}
