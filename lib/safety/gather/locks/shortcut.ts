import { type Attempt, type Tried, tryAll } from "./attempt";
import { type Finding, naming, shareOf } from "./finding";
import type { Ground } from "./ground";
import type { Prey } from "./prey";

const LEAST = 100;
const MOST_CHANGES = 40;
const MOST_AFTER = 60;

/** Whether somebody with a role can first change what the lock goes by, and then have what it holds. */
export async function findShortcut(
  ground: Ground,
  prey: Prey,
  tried: readonly Tried[],
  opening: readonly Attempt[],
  deadline: number,
): Promise<Finding | null> {
  const changes = different(
    tried.filter(({ attempt, result }) => attempt.caller.role !== "anybody" && result.ok && result.seen.writes.has(prey.holder)),
  );
  const failed = tried.filter(({ result, attempt }) => !result.ok && attempt.caller.role !== "anybody").map(({ attempt }) => attempt);
  for (const change of changes.slice(0, MOST_CHANGES)) {
    const after = [...opening, ...failed.filter(({ caller }) => caller.address === change.attempt.caller.address).slice(0, MOST_AFTER)];
    const { tried: then } = await tryAll(ground, prey, change.world, after, 0n, deadline);
    const hit = then.find((one) => shareOf(prey, one) >= LEAST);
    if (!hit) continue;
    const why = `calling ${change.attempt.selector} as ${naming(change.attempt)}, then ${hit.attempt.selector} as ${naming(hit.attempt)}, takes it out now`;
    return { kind: "open", by: change.attempt.caller, share: shareOf(prey, hit), why };
  }
  return null;
}

/** One of those that leave the same behind. */
function different(changes: readonly Tried[]): Tried[] {
  const kept = new Map<string, Tried>();
  for (const one of changes) {
    const left = [...one.result.seen.writes].map(([at, slots]) => [at, [...slots].map(([slot, { after }]) => [slot, after])]);
    const key = JSON.stringify([one.attempt.selector, left], (_, value) => (typeof value === "bigint" ? value.toString() : value));
    if (!kept.has(key)) kept.set(key, one);
  }
  return [...kept.values()];
}
