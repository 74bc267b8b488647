import { numberToHex } from "viem";
import type { Attempt, Caller, Role, Tried } from "./attempt";
import type { Prey } from "./prey";

export type Finding =
  /** Somebody can have it now. `share`: how much of what is held, in hundredths of a percent. */
  | { kind: "open"; by: Caller; share: number; why: string }
  | { kind: "locked"; until: number | null; by: Attempt | null }
  | { kind: "unknown"; why: string };

export const WHOLE = 9_900;
const LEAST = 100;
const HARM: readonly Role[] = ["creator", "owner", "anybody", "depositor", "master"];

export const WHO = {
  creator: "the token's creator",
  owner: "the token's owner",
  depositor: "whoever put it there",
  master: "an address that it obeys",
  anybody: "anybody",
} as const satisfies Record<Role, string>;

/** What can be had at once, by whoever it tells most about. */
export function judgeNow(prey: Prey, tried: readonly Tried[], targets: readonly bigint[]): Finding | null {
  const found = tried.flatMap((one) => {
    const share = shareOf(prey, one);
    if (share >= LEAST) return [{ ...one, share }];
    return [];
  });
  const [worst] = found.sort(
    (a, b) =>
      Number(b.share >= WHOLE) - Number(a.share >= WHOLE) ||
      HARM.indexOf(a.attempt.caller.role) - HARM.indexOf(b.attempt.caller.role) ||
      b.share - a.share,
  );
  if (worst)
    return {
      kind: "open",
      by: worst.attempt.caller,
      share: worst.share,
      why: `calling ${worst.attempt.selector} as ${naming(worst.attempt)} takes it out now`,
    };
  const swap = tried.find(({ attempt, result }) => attempt.caller.role !== "anybody" && swaps(prey, result.seen.writes, targets));
  if (swap)
    return {
      kind: "open",
      by: swap.attempt.caller,
      share: 10_000,
      why: `calling ${swap.attempt.selector} as ${naming(swap.attempt)} swaps its code`,
    };
  return null;
}

export function shareOf(prey: Prey, { moved }: Pick<Tried, "moved">): number {
  return Number((moved * 10_000n) / prey.held);
}

export function naming({ caller: { role, address } }: Attempt): string {
  return role === "anybody" ? WHO.anybody : `${WHO[role]} ${numberToHex(address, { size: 20 })}`;
}

/** Writes over the word that says whose code runs. */
function swaps({ holder }: Prey, writes: Tried["result"]["seen"]["writes"], targets: readonly bigint[]): boolean {
  return [...(writes.get(holder)?.values() ?? [])].some(({ before }) => targets.includes(before));
}
