import { maxUint256 } from "viem";
import type { Attempt, Caller } from "./attempt";
import { callsOf, type Values } from "./callsOf";
import type { HolderFunction } from "./holderCode";
import { addressesAmong } from "./learn";
import type { Prey } from "./prey";

type Plan = { functions: readonly HolderFunction[]; callers: readonly Caller[]; words: readonly bigint[]; prey: Prey; now: bigint };

const MOST_ATTEMPTS = 4_000;
const LEAST_EACH = 3;
/** Whoever may be anybody is not worth as much time. */
const STRANGERS = 6;
const VIEWERS = 1;
/** Fewer shares than this are worth nobody's trouble. */
const SMALLEST_AMOUNT = 1_000_000n;

/** Every function, by everybody, with arguments that may matter. */
export function planAttempts({ functions, callers, words, prey, now }: Plan, most: number): Attempt[] {
  // Rather a few calls of each than all calls of some.
  const share = Math.max(LEAST_EACH, Math.floor(MOST_ATTEMPTS / (functions.length * callers.length || 1)));
  return functions.flatMap(({ selector, arguments: signature, changes }) =>
    (changes ? callers : callers.slice(0, VIEWERS)).flatMap((caller) => {
      const bound = Math.min(most, share, caller.role === "anybody" ? STRANGERS : most);
      return callsOf(selector, signature, valuesFor(caller, words, prey, now), bound).map((data) => ({ caller, selector, data }));
    }),
  );
}

/** All that is held, and then the largest parts of it that are spoken of. */
export function amountsAmong(words: readonly bigint[], { held }: Prey): bigint[] {
  const parts = words.filter((word) => word > SMALLEST_AMOUNT && word < held).sort((a, b) => Number(a < b) - Number(a > b));
  return [held, ...parts.slice(0, 2)];
}

function valuesFor(caller: Caller, words: readonly bigint[], prey: Prey, now: bigint): Values {
  const { asset, tokenId, held } = prey;
  const small = words.filter((word) => word > 1n && word < 1n << 64n && (word < now - 100_000_000n || word > now + 10_000_000_000n));
  const main = tokenId === null ? [0n, held, 1n] : [tokenId, 0n, 1n];
  const numbers = [...main, ...amountsAmong(words, prey).slice(1), ...small.slice(0, 4), now, maxUint256];
  const others = addressesAmong(words).filter((address) => address !== caller.address && address !== asset);
  const wide = words.filter((word) => word >> 160n > 1n << 16n).slice(0, 3);
  return { addresses: [asset, caller.address, ...others.slice(0, 2)], numbers: [...new Set(numbers)], words: wide };
}
