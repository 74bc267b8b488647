import { act } from "./act";
import { profiles } from "./arguments";
import { calldata } from "./bytes";
import type { Power } from "./findings";
import type { Fn, People } from "./ground";
import { type Lab, MUCH_LATER, moment, postpone, SETTLED } from "./lab";
import { leavesTrace } from "./leavesTrace";
import { SEL } from "./selectors";
import { howShown, readShown } from "./shown";
import type { Stage } from "./stage";
import type { Before } from "./tryPower";

/** What is left when the owner has given up, or says so. */
export type Renounced = {
  /** There is no owner now, by the contract's own word. */
  already: boolean;
  /** The owner can give up; false where nothing of the kind works. null: it has no owner. */
  possible: boolean | null;
  /** Who can become owner again after that, by which function and after how many seconds. */
  reclaim: { selector: number; by: bigint; after: number } | null;
};

/** Addresses that nobody has a key of. */
const NOBODY = new Set([0n, 1n, 0xdeadn, 0xdead000000000000000042069420694206942069n]);

/** Lets the owner renounce, then tries every power again, and everything else for a way back. */
export async function afterRenounce(
  lab: Lab,
  before: Before,
  functions: readonly Fn[],
  powers: readonly Power[],
  people: People,
): Promise<Renounced> {
  const { owner } = before.books;
  if (owner === null) return { already: false, possible: null, reclaim: null };
  const already = NOBODY.has(owner);
  let result: Renounced = { already, possible: already || null, reclaim: null };
  await lab.sweep([
    () => {
      const world = already ? before.base.stage.fork() : renounce(lab, before, owner);
      if (!world) {
        result = { already, possible: false, reclaim: null };
        return lab.state.wanting === 0;
      }
      for (const power of powers) {
        // What needs another call before it says nothing by itself.
        power.survives = works(lab, before.base.stage, power) ? works(lab, world, power) : null;
        power.shownAfter =
          power.holders.length > 0 && power.holders.every((who) => howShown(lab, world, readShown(lab, world, functions), who) !== null);
      }
      const exes = [...new Set([owner, people.creator, ...people.seen.slice(0, 3)])].filter(
        (who) => who !== null && !NOBODY.has(who),
      ) as bigint[];
      result = { already, possible: true, reclaim: wayBack(lab, world, functions, exes) };
      return lab.state.wanting === 0;
    },
  ]);
  if (result.possible === false) for (const power of powers) power.survives = null;
  return result;
}

function renounce(lab: Lab, { base }: Before, owner: bigint): Stage | null {
  const stage = base.stage.fork();
  const done = stage.call(owner, lab.ground.token, calldata(SEL.renounce));
  const now = ownerOf(lab, stage);
  return done.ok && now !== null && NOBODY.has(now) ? stage : null;
}

function ownerOf({ ground }: Lab, stage: Stage): bigint | null {
  return stage.read(ground.token, SEL.owner) ?? stage.read(ground.token, SEL.getOwner);
}

function works(lab: Lab, world: Stage, { actor, target, data, after }: Power): boolean {
  const stage = world.fork(moment(lab.ground.block, postpone(SETTLED, after)));
  const result = act(stage, actor, target, data);
  return result.ok && leavesTrace(result);
}

/** Any function by which somebody is owner again, now or much later. */
function wayBack(lab: Lab, world: Stage, functions: readonly Fn[], exes: readonly bigint[]): Renounced["reclaim"] {
  for (const at of [SETTLED, MUCH_LATER]) {
    for (const by of exes) {
      for (const fn of functions) {
        if (fn.selector === SEL.renounce) continue;
        if (lab.late) return null;
        for (const { data } of profiles(fn, bare(lab, by)).slice(0, 3)) {
          const stage = world.fork(moment(lab.ground.block, at));
          const { ok } = stage.call(by, lab.ground.token, data);
          if (!ok) continue;
          const now = ownerOf(lab, stage);
          if (now !== null && !NOBODY.has(now)) return { selector: fn.selector, by, after: at.seconds - SETTLED.seconds };
        }
      }
    }
  }
  return null;
}

function bare({ ground }: Lab, actor: bigint) {
  return {
    holder: actor,
    actor,
    fresh: actor,
    pool: actor,
    plant: actor,
    refuser: actor,
    token: ground.token,
    amount: 1n,
    hints: [],
    supply: 0n,
    balanceSlot: null,
    apart: new Set<bigint>(),
    names: [],
  };
}
