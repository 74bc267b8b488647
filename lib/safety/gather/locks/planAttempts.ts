import { maxUint256 } from "viem";
import type { Attempt, Caller } from "./attempt";
import { callsOf, type Values } from "./callsOf";
import type { HolderFunction } from "./holderCode";
import { addressesAmong } from "./learn";
import type { Prey } from "./prey";

type Plan = { functions: readonly HolderFunction[]; callers: readonly Caller[]; words: readonly bigint[]; prey: Prey; now: bigint };

const MOST_ATTEMPTS = 4_000;
/** Whoever may be anybody is not worth as much time. */
const STRANGERS = 6;
const VIEWERS = 1;

/** Every function, by everybody, with arguments that may matter. */
export function planAttempts({ functions, callers, words, prey, now }: Plan, most: number): Attempt[] {
  const attempts: Attempt[] = [];
  for (const { selector, arguments: signature, changes } of functions) {
    for (const caller of changes ? callers : callers.slice(0, VIEWERS)) {
      const calls = callsOf(
        selector,
        signature,
        valuesFor(caller, words, prey, now),
        caller.role === "anybody" ? Math.min(most, STRANGERS) : most,
      );
      for (const data of calls) attempts.push({ caller, selector, data });
    }
  }
  return attempts.slice(0, MOST_ATTEMPTS);
}

function valuesFor(caller: Caller, words: readonly bigint[], { asset, tokenId, held }: Prey, now: bigint): Values {
  const small = words.filter((word) => word > 1n && word < 1n << 64n && (word < now - 100_000_000n || word > now + 10_000_000_000n));
  const main = tokenId === null ? [0n, held, 1n] : [tokenId, 0n, 1n];
  const numbers = [...main, ...small.slice(0, 4), now, maxUint256];
  const others = addressesAmong(words).filter((address) => address !== caller.address && address !== asset);
  const wide = words.filter((word) => word >> 160n > 1n << 16n).slice(0, 3);
  return { addresses: [asset, caller.address, ...others.slice(0, 2)], numbers: [...new Set(numbers)], words: wide };
}
