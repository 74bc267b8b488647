import { type Hex, hexToBigInt, hexToNumber, size, slice } from "viem";

/** The n-th 32-byte word of an answer; null where the answer is missing or too short. */
export function word(data: Hex | null, n = 0): bigint | null {
  const found = wordHex(data, n);
  return found && hexToBigInt(found);
}

/** The same where it is a small number that may be below zero, such as a tick. */
export function signedWord(data: Hex | null, n: number): number | null {
  const found = wordHex(data, n);
  return found && hexToNumber(found, { signed: true, size: 32 });
}

export function wordHex(data: Hex | null, n: number): Hex | null {
  return data === null || size(data) < (n + 1) * 32 ? null : slice(data, n * 32, (n + 1) * 32);
}
