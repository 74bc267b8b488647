import type { Address, Hex } from "viem";
import { addressWord, bytesWords, uintWord } from "./words";

const AGGREGATE3 = "82ad56cb";

/** Multicall3's `aggregate3`, each call allowed to fail. */
export function encodeAggregate(calls: { target: Address; data: Hex }[]): Hex {
  let offset = calls.length * 32;
  let offsets = "";
  let bodies = "";
  for (const { target, data } of calls) {
    const body = addressWord(target) + uintWord(1) + uintWord(96) + bytesWords(data.slice(2));
    offsets += uintWord(offset);
    bodies += body;
    offset += body.length / 2;
  }
  return `0x${AGGREGATE3}${uintWord(32)}${uintWord(calls.length)}${offsets}${bodies}`;
}
