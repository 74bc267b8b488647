import { type Profile, profiles, type Roles } from "./arguments";
import { selectorHex } from "./bytes";
import { callText } from "./callText";
import type { Actor, Harm, Power } from "./findings";
import type { Fn } from "./ground";
import type { HarmFound } from "./harmFound";
import type { Lab } from "./lab";
import { type Candidates, type Scouted, scout } from "./scout";
import { type Before, tryPower } from "./tryPower";

/** A call that left something behind and hurt nobody: another may rest on it. */
export type Quiet = { actor: Actor; profile: Profile; writes: string[] };

const MOST_QUIET = 6;

/** One function of one contract: who can call it, and what that does. */
export class Unit {
  who: Scouted | null = null;
  attempts = 0;
  readonly powers = new Map<Harm, Power>();
  /** Lists on which somebody can be put, and who can. */
  readonly grants = new Map<string, bigint>();
  quiet: Quiet[] = [];
  constructor(
    private readonly lab: Lab,
    private readonly before: Before,
    readonly target: bigint,
    readonly fn: Fn,
    private readonly names: bigint[],
  ) {}

  scout(known: Candidates, seen: readonly bigint[]): boolean {
    if (this.lab.late) return false;
    const { stranger } = this.lab.cast;
    this.who = scout(this.lab, this.before.base, this.target, this.fn, this.roles(stranger, []), known, seen);
    return !this.who.missed;
  }

  /** All calls as all actors. Starts over each time, since what was missing may change everything. */
  tryAll(): boolean {
    const { who, lab } = this;
    this.powers.clear();
    this.grants.clear();
    this.quiet = [];
    this.attempts = 0;
    if (!who) return true;
    let missed = false;
    for (const actor of who.actors) {
      const done = new Set<string>();
      for (const profile of this.profilesFor(actor.address)) {
        if (lab.late) return false;
        const attempt = tryPower(lab, this.before, this.target, actor, profile, who.after, done);
        this.attempts += 1;
        if (attempt.missed) missed = true;
        if (!attempt.ran) continue;
        done.add(attempt.signature);
        const named = actor.known !== "listed" && actor.known !== "stranger" && actor.known !== "unnamed";
        if (named) for (const list of attempt.grants) this.grants.set(list, actor.address);
        if (attempt.harms.length === 0) this.keepQuiet({ actor, profile, writes: attempt.writes });
        for (const one of attempt.harms) {
          // Whoever can swap the code can do everything; the rest follows from that.
          if (actor.known !== "admin" || one.harm === "upgrade") this.keep(one, actor, profile, who.after);
        }
      }
    }
    // Whoever can block single addresses can block the pool: that is no other power.
    if (this.powers.has("freeze")) for (const harm of ["gate", "pause", "limits"] as const) this.powers.delete(harm);
    return !missed;
  }

  profilesFor(actor: bigint): Profile[] {
    return profiles(this.fn, this.roles(actor, this.who?.hints ?? []));
  }

  /** Whoever can put people on a list has what the list gives. */
  nameHolders(granters: ReadonlyMap<string, bigint>): void {
    for (const power of this.powers.values()) {
      const { through, list, known } = power.actor;
      if (through !== undefined) power.holders = [through];
      if (known === "unnamed") power.holders = [];
      if (!list) continue;
      const granter = granters.get(`${list.address}.${list.base}`);
      power.holders = granter === undefined ? [] : [granter];
    }
  }

  powerOf(found: HarmFound, actor: Actor, profile: Profile, after: number): Power {
    const { words, data } = profile;
    return {
      harm: found.harm,
      target: this.target,
      fn: this.fn,
      actor,
      holders: [actor.address],
      data,
      call: `${selectorHex(this.fn.selector)}${callText(this.fn.types, words, this.roles(actor.address, []))}`,
      effect: found.effect,
      mostBps: found.bps,
      after,
      survives: null,
      shownAfter: null,
      listShown: null,
    };
  }

  /** Half of them are of what callers do to themselves, such as making themselves a minter. */
  private keepQuiet(quiet: Quiet): void {
    const own = ({ actor, profile }: Quiet) => profile.words.includes(actor.address);
    if (this.quiet.filter((one) => own(one) === own(quiet)).length < MOST_QUIET / 2) this.quiet.push(quiet);
  }

  private keep(found: HarmFound, actor: Actor, profile: Profile, after: number): void {
    const known = this.powers.get(found.harm);
    if (!known) {
      this.powers.set(found.harm, this.powerOf(found, actor, profile, after));
      return;
    }
    if (!known.holders.includes(actor.address)) known.holders.push(actor.address);
    if ((found.bps ?? 0) <= (known.mostBps ?? 0)) return;
    this.powers.set(found.harm, { ...this.powerOf(found, known.actor, profile, after), holders: known.holders });
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
      supply: books.supply ?? 0n,
      balanceSlot: this.before.balanceSlot,
      hints,
      apart: apartOf(this.lab, this.before.base),
      names: this.names,
    };
  }
}

/** Permit2, which many tokens let spend: it moves nothing without the holder's signature. */
const PERMIT2 = 0x000000000022d473030f116ddee9f6b43ac78ba3n;

function apartOf({ ground, cast }: Lab, { route }: Before["base"]): ReadonlySet<bigint> {
  const { token, weth, usdc, router, factory, routes } = ground;
  const pools = [...routes, ...(route ? [route] : [])].flatMap((one) => [one.pool, one.router]);
  return new Set([
    token,
    weth,
    usdc,
    PERMIT2,
    ...pools,
    ...Object.values(cast),
    ...[router, factory].filter((address) => address !== null),
  ]);
}
