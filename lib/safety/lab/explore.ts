import type { Power } from "./findings";
import { followUps } from "./followUps";
import type { Fn } from "./ground";
import type { Lab } from "./lab";
import type { Candidates } from "./scout";
import type { Before } from "./tryPower";
import { Unit } from "./unit";

/** A contract whose functions are tried: the token, or one that its transfers ask. */
export type Target = { address: bigint; functions: Fn[] };

export type Explored = { powers: Power[]; tried: number; whole: boolean };

/** So many calls are looked at in full; a contract that needs more is not read to the end, which is said. */
const MOST_ATTEMPTS = 6_000;

/** Calls every function as everybody who can get it to run, with arguments made to matter, and notes what holders suffer. */
export async function explore(
  lab: Lab,
  before: Before,
  targets: readonly Target[],
  known: Candidates,
  seen: readonly bigint[],
  names: bigint[],
): Promise<Explored> {
  const units = targets.flatMap((target) => target.functions.map((fn) => new Unit(lab, before, target.address, fn, names)));
  const scouted = await lab.sweep(units.map((unit) => () => unit.scout(known, seen)));
  let tried = 0;
  const explored = await lab.sweep(
    units.map((unit) => () => {
      if (tried > MOST_ATTEMPTS || lab.late) return false;
      const whole = unit.tryAll();
      tried += unit.attempts;
      return whole;
    }),
  );
  const granters = new Map(units.flatMap((unit) => [...unit.grants]));
  for (const unit of units) unit.nameHolders(granters);
  const later = await followUps(lab, before, units);
  return {
    powers: [...units.flatMap((unit) => [...unit.powers.values()]), ...later.powers],
    tried: tried + later.tried,
    whole: scouted && explored && later.whole,
  };
}
