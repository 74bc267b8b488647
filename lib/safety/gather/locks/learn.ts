import { bytesToBigInt } from "viem";
import type { World } from "@/lib/evm/world";
import type { Tried } from "./attempt";
import type { Prey } from "./prey";

const MASK_160 = (1n << 160n) - 1n;
/** Smaller words are numbers; no address is that small. */
const LEAST_ADDRESS = 1n << 96n;
const MOST_WORDS = 400;

/** Words that a lock works with: what it read from its storage, held its caller against, and answered. */
export function learn(world: World, prey: Prey, tried: readonly Tried[]): bigint[] {
  const words = new Set<bigint>();
  for (const { attempt, result } of tried) {
    for (const slot of result.seen.reads.get(prey.holder) ?? []) words.add(world.slot(prey.holder, slot));
    for (const { mark, other } of result.seen.compares) if (mark === attempt.caller.address) words.add(other);
    if (!result.ok || result.data.length % 32 !== 0) continue;
    for (let at = 0; at < Math.min(result.data.length, 1_024); at += 32) words.add(bytesToBigInt(result.data.subarray(at, at + 32)));
  }
  return [...words].slice(0, MOST_WORDS);
}

/** Those that may be addresses, also where a small number shares the word with one. */
export function addressesAmong(words: readonly bigint[]): bigint[] {
  const likely = words.flatMap((word) => {
    if (word >> 160n === 0n) return [word];
    return word >> 176n === 0n ? [word & MASK_160, (word >> 8n) & MASK_160] : [];
  });
  return [...new Set(likely.filter((value) => value >= LEAST_ADDRESS))];
}
