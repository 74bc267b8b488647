import { hexToBytes } from "viem";
import type { Transaction } from "./transaction";

const BASE = 21_000;
const DEPLOYMENT = 32_000;
const HAND_OVER = 25_000;

/** What a transaction costs before its first instruction, and the least that its data makes it cost in all (EIP-7623). */
export function intrinsicGas({ to, data, handOvers, accessList }: Transaction): { first: number; least: number } {
  const bytes = hexToBytes(data);
  const zeros = bytes.filter((byte) => byte === 0).length;
  const tokens = zeros + 4 * (bytes.length - zeros);
  const listed = accessList.reduce((sum, { storageKeys }) => sum + 2_400 + 1_900 * storageKeys.length, 0);
  const code = to ? 0 : DEPLOYMENT + 2 * Math.ceil(bytes.length / 32);
  return { first: BASE + 4 * tokens + code + listed + HAND_OVER * handOvers.length, least: BASE + 10 * tokens };
}
