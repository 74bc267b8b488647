import type { State } from "./state";
import { bytesToWord } from "./words";

/** Whose code an account runs that has handed itself over (EIP-7702); null for all others. */
export function delegateOf(state: State, code: Uint8Array) {
  if (code.length !== 23 || code[0] !== 0xef || code[1] !== 0x01 || code[2] !== 0) return null;
  return state.at(bytesToWord(code.subarray(3)));
}
