import { type Hex, hexToBigInt, size, slice } from "viem";

/** The n-th 32-byte word of an answer; null where the answer is missing or too short. */
export function word(data: Hex | null, n = 0): bigint | null {
  if (data === null || size(data) < (n + 1) * 32) return null;
  return hexToBigInt(slice(data, n * 32, (n + 1) * 32));
}
