import { act } from "./act";
import type { Power } from "./findings";
import { type Lab, moment, postpone, SETTLED } from "./lab";
import { type Before, tryPower } from "./tryPower";
import type { Unit } from "./unit";

/** What has to be announced first may be done after this, mostly. */
const WAIT_SECONDS = 30 * 86_400;
const MOST_PAIRS = 60;

/**
 * Powers in two steps: one call that hurts nobody writes what another, which nobody can get to run by itself, looks at.
 * Announce and then mint; make yourself a minter and then mint.
 */
export async function followUps(
  lab: Lab,
  before: Before,
  units: readonly Unit[],
): Promise<{ powers: Power[]; tried: number; whole: boolean }> {
  const found = new Map<string, Power>();
  let tried = 0;
  const pairs = units
    .filter(({ quiet }) => quiet.length > 0)
    .flatMap((first) => units.filter((second) => rests(first, second)).map((second) => [first, second] as const));
  const whole = await lab.sweep(
    pairs.slice(0, MOST_PAIRS).map(([first, second]) => () => {
      if (lab.late) return false;
      let missed = false;
      for (const step of first.quiet) {
        const ready = before.base.stage.fork();
        if (!act(ready, step.actor, first.target, step.profile.data).ok) continue;
        missed ||= ready.missed;
        const later = ready.at(moment(lab.ground.block, postpone(SETTLED, WAIT_SECONDS)));
        const world = { ...before, base: { ...before.base, stage: later } };
        const done = new Set<string>();
        for (const profile of second.profilesFor(step.actor.address).slice(0, 10)) {
          const attempt = tryPower(lab, world, second.target, step.actor, profile, WAIT_SECONDS, done);
          tried += 1;
          missed ||= attempt.missed;
          done.add(attempt.signature);
          for (const one of attempt.harms) {
            const power = second.powerOf(one, step.actor, profile, WAIT_SECONDS);
            const first_ = first.powerOf(one, step.actor, step.profile, 0);
            if (!found.has(`${second.fn.selector}.${one.harm}`)) {
              found.set(`${second.fn.selector}.${one.harm}`, { ...power, call: `${first_.call} and then ${power.call}` });
            }
          }
        }
      }
      return !missed;
    }),
  );
  return { powers: [...found.values()], tried, whole };
}

/** Nobody got the second to run, and it looks at what the first writes. */
function rests(first: Unit, second: Unit): boolean {
  if (!second.who || second.who.actors.some(({ known }) => known !== "listed") || first === second) return false;
  const { reads } = second.who;
  return first.quiet.some(
    ({ actor, writes }) => actor.known !== "stranger" && actor.known !== "listed" && writes.some((place) => reads.has(place)),
  );
}
