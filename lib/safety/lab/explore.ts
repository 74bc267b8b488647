import { profiles, type Roles } from "./arguments";
import { selectorHex } from "./bytes";
import { callText } from "./callText";
import type { Actor, Harm, Power } from "./findings";
import type { Fn } from "./ground";
import type { HarmFound } from "./harmFound";
import type { Lab } from "./lab";
import { type Candidates, type Scouted, scout } from "./scout";
import { type Before, tryPower } from "./tryPower";

/** A contract whose functions are tried: the token, or one that its transfers ask. */
export type Target = { address: bigint; functions: Fn[] };

export type Explored = { powers: Power[]; tried: number; whole: boolean; scouted: Map<string, Scouted> };

/** So many calls are looked at in full; a contract that needs more is not read to the end, which is said. */
const MOST_ATTEMPTS = 4_000;

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
  const tries = units.map((unit) => () => {
    if (tried > MOST_ATTEMPTS) return false;
    const whole = unit.tryAll();
    tried += unit.attempts;
    return whole;
  });
  const explored = await lab.sweep(tries);
  const granters = new Map(units.flatMap((unit) => [...unit.grants]));
  for (const unit of units) unit.nameHolders(granters);
  return {
    powers: units.flatMap((unit) => [...unit.powers.values()]),
    tried,
    whole: scouted && explored,
    scouted: new Map(units.flatMap((unit) => (unit.who ? [[`${unit.target}.${unit.fn.selector}`, unit.who] as const] : []))),
  };
}

/** One function of one contract. */
class Unit {
  who: Scouted | null = null;
  attempts = 0;
  readonly powers = new Map<Harm, Power>();
  /** Lists on which somebody can be put, and who can. */
  readonly grants = new Map<string, bigint>();
  constructor(
    private readonly lab: Lab,
    private readonly before: Before,
    readonly target: bigint,
    readonly fn: Fn,
    private readonly names: bigint[],
  ) {}

  scout(known: Candidates, seen: readonly bigint[]): boolean {
    const { stranger } = this.lab.cast;
    this.who = scout(this.lab, this.before.base, this.target, this.fn, this.roles(stranger, []), known, seen);
    return !this.who.missed;
  }

  /** All calls as all actors. Starts over each time, since what was missing may change everything. */
  tryAll(): boolean {
    const { who, lab, fn } = this;
    this.powers.clear();
    this.attempts = 0;
    if (!who) return true;
    let missed = false;
    for (const actor of who.actors) {
      const done = new Set<string>();
      for (const profile of profiles(fn, this.roles(actor.address, who.hints))) {
        const attempt = tryPower(lab, this.before, this.target, actor, profile, who.after, done);
        this.attempts += 1;
        if (attempt.missed) missed = true;
        if (!attempt.ran) continue;
        done.add(attempt.signature);
        if (actor.known !== "listed" && actor.known !== "stranger") for (const list of attempt.grants) this.grants.set(list, actor.address);
        for (const one of attempt.harms) this.keep(one, actor, profile, who.after);
      }
    }
    return !missed;
  }

  /** Whoever can put people on a list has what the list gives. */
  nameHolders(granters: ReadonlyMap<string, bigint>): void {
    for (const power of this.powers.values()) {
      if (power.actor.known === "through" && power.actor.through !== null) power.holders = [power.actor.through];
      if (power.actor.known !== "listed") continue;
      const granter = granters.get(`${this.target}.${power.actor.through}`);
      power.holders = granter === undefined ? [] : [granter];
    }
  }

  private keep(found: HarmFound, actor: Actor, { data, words }: { data: Uint8Array; words: bigint[] }, after: number): void {
    const known = this.powers.get(found.harm);
    if (known) {
      if (!known.holders.includes(actor.address)) known.holders.push(actor.address);
      if ((found.bps ?? 0) <= (known.mostBps ?? 0)) return;
    }
    this.powers.set(found.harm, {
      harm: found.harm,
      target: this.target,
      fn: this.fn,
      actor: known?.actor ?? actor,
      holders: known?.holders ?? [actor.address],
      data,
      call: `${selectorHex(this.fn.selector)}${callText(this.fn.types, words, this.roles(actor.address, []))}`,
      effect: found.effect,
      mostBps: found.bps,
      after,
      survives: null,
      shownAfter: null,
    });
  }

  private roles(actor: bigint, hints: bigint[]): Roles {
    const { cast, ground } = this.lab;
    const { base, books } = this.before;
    return {
      holder: cast.buyer,
      actor,
      fresh: cast.reader,
      pool: base.route?.pool ?? cast.friend,
      plant: cast.plant,
      refuser: cast.refuser,
      token: ground.token,
      amount: books.balances.get(cast.buyer) || 1_000_000n,
      hints,
      names: this.names,
    };
  }
}
