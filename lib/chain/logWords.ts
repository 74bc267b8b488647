import { type Address, getAddress, type Hex } from "viem";
import type { ChainLog } from "./chainLog";

/** What a log carries, indexed or not, word by word. */
export type LogWords = { topics: readonly Hex[]; data: readonly Hex[] };

/** null when it is not shaped as the event that its first topic names: anybody may log anything. */
export function logWords({ topics, data }: ChainLog, indexed: number, plain: number): LogWords | null {
  if (topics.length !== indexed + 1 || data.length !== 2 + plain * 64) return null;
  const words = Array.from({ length: plain }, (_, at): Hex => `0x${data.slice(2 + at * 64, 66 + at * 64)}`);
  return { topics: topics.slice(1), data: words };
}

export function wordUint(word: Hex | undefined): bigint {
  return BigInt(word ?? "0x0");
}

export function wordInt(word: Hex | undefined): bigint {
  return BigInt.asIntN(256, wordUint(word));
}

/** The low 20 bytes, also of a word whose upper bytes are dirty. */
export function wordAddress(word: Hex | undefined): Address {
  return getAddress(`0x${(word ?? "0x").slice(2).padStart(64, "0").slice(24)}`);
}
