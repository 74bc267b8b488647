import type { Result } from "@/lib/evm/types";
import { act } from "./act";
import { type Profile, profiles, type Roles } from "./arguments";
import type { Base } from "./base";
import { isAddressLike, LOW_160 } from "./bytes";
import type { Actor } from "./findings";
import type { Fn } from "./ground";
import { type Lab, MUCH_LATER, moment, SETTLED } from "./lab";
import { leavesTrace } from "./leavesTrace";
import { mappingSlot } from "./mappingSlot";
import { addressesIn, placeOf, wordOf } from "./preimages";
import { SEL } from "./selectors";

/** Who can get a function to run, and what its code compares arguments with. `after`: seconds to wait first. */
export type Scouted = { actors: Actor[]; hints: bigint[]; missed: boolean; after: number; reads: Set<string> };

export type Candidates = { address: bigint; known: Actor["known"] }[];

const TRIES = 8;
const MOST_ACTORS = 4;

type List = NonNullable<Actor["list"]>;
type Gates = {
  addresses: Set<bigint>;
  lists: Map<string, List>;
  hashed: Set<string>;
  asked: Set<bigint>;
  hints: Set<bigint>;
  timed: boolean;
  reads: Set<string>;
};
type Passes = (actor: Actor, later?: boolean) => boolean;

/**
 * Calls a function as a stranger and watches what the caller is held against: an address, a list, a hash, another contract.
 * Then calls it as whoever would pass.
 */
export function scout(lab: Lab, base: Base, target: bigint, fn: Fn, roles: Roles, known: Candidates, seen: readonly bigint[]): Scouted {
  const stranger: Actor = { address: lab.cast.stranger, known: "stranger" };
  const gates: Gates = {
    addresses: new Set(),
    lists: new Map(),
    hashed: new Set(),
    asked: new Set(),
    hints: new Set(),
    timed: false,
    reads: new Set(),
  };
  const tried = { missed: false };
  const calls = sample(profiles(fn, roles));
  const watched = [roles.holder, roles.actor, roles.fresh, roles.amount, roles.plant];
  const passes: Passes = (actor, later = false) => {
    let passed = false;
    for (const { data } of calls) {
      const stage = later ? base.stage.fork(moment(lab.ground.block, MUCH_LATER)) : base.stage.fork();
      const marks = new Set([...watched, actor.address]);
      const result = act(stage, actor, target, data, marks);
      if (stage.missed) tried.missed = true;
      note(gates, result, actor.address, marks, target);
      passed ||= result.ok && leavesTrace(result);
      if (passed && actor.known !== "stranger") return true;
    }
    return passed;
  };
  const finish = (actors: Actor[], after = 0): Scouted => ({
    actors,
    hints: [...gates.hints].slice(0, 10),
    missed: tried.missed,
    after,
    reads: gates.reads,
  });

  // Once more with what the code was seen to look for; true when there is something new to try.
  const widen = () => {
    const hints = [...gates.hints].slice(0, 10);
    const hinted = profiles(fn, { ...roles, hints }).filter(({ words }) => words.some((word) => gates.hints.has(word)));
    const fresh = hinted.filter(({ words }) => !calls.some((call) => call.words.join() === words.join())).slice(0, TRIES);
    calls.push(...fresh);
    return fresh.length > 0;
  };
  let opened = passes(stranger);
  if (widen()) opened = passes(stranger) || opened;
  const open = opened ? [stranger] : [];
  for (const address of roles.apart) gates.addresses.delete(address);
  // What anybody may do with an allowance is another matter for those who need none.
  const people = open.length > 0 && fn.selector !== SEL.transferFrom ? compared(gates, known) : withGates(base, gates, known, seen);
  let actors: Actor[] = people.filter((who) => passes(who)).slice(0, MOST_ACTORS);
  if (actors.length === 0 && widen()) actors = people.filter((who) => passes(who)).slice(0, MOST_ACTORS);
  if (actors.length === 0 && open.length === 0) {
    // A second look: what was asked of those who passed one gate and met another.
    const more = withGates(base, gates, known, seen).filter(({ address }) => !people.some((p) => p.address === address));
    actors = more.filter((who) => passes(who)).slice(0, MOST_ACTORS);
    if (actors.length === 0 && gates.timed) {
      const late = [...people, ...more].filter((who) => passes(who, true)).slice(0, MOST_ACTORS);
      if (late.length > 0) return finish(late, MUCH_LATER.seconds - SETTLED.seconds);
    }
  }
  return finish([...open, ...actors, ...(actors.length === 0 ? forced(lab, gates, passes, open.length > 0) : [])]);
}

/** Nobody whom we know passes: somebody known by a hash only, somebody on a list, or whoever another contract lets, might. */
function forced(lab: Lab, gates: Gates, passes: Passes, open: boolean): Actor[] {
  const address = lab.cast.reader;
  if (gates.hashed.size > 0) {
    const unnamed: Actor = { address, known: "unnamed", agree: new Set(gates.hashed) };
    if (passes(unnamed)) return [unnamed];
  }
  if (open) return [];
  for (const list of gates.lists.values()) {
    const listed: Actor = { address: lab.cast.stranger, known: "listed", list };
    if (passes(listed)) return [listed];
  }
  for (const through of gates.asked) {
    const let_: Actor = { address, known: "through", through };
    if (passes(let_)) return [let_];
  }
  return [];
}

/** A few calls that differ as much as they can. */
function sample(all: readonly Profile[]): Profile[] {
  if (all.length <= TRIES) return [...all];
  const step = all.length / TRIES;
  const spread = Array.from({ length: TRIES / 2 }, (_, i) => all[Math.floor((2 * i + 1) * step)]).filter((p) => p !== undefined);
  return [...all.slice(0, TRIES / 2), ...spread];
}

function note(gates: Gates, { seen }: Result, from: bigint, marks: ReadonlySet<bigint>, target: bigint): void {
  for (const { code, pc, op, mark, other, hashed } of seen.compares) {
    if (mark === from && hashed && op !== 0x10 && op !== 0x11) {
      gates.hashed.add(`${code}.${pc}`);
      for (const address of addressesIn(seen.hashes.get(other))) gates.addresses.add(address);
    } else if (mark === from && isAddressLike(other) && !marks.has(other)) gates.addresses.add(other);
    else if (mark !== from && marks.has(mark) && other > 1n && !marks.has(other)) gates.hints.add(other);
  }
  const own = new Set([from, ...[...seen.hashes].flatMap(([hash, preimage]) => (addressesIn(preimage).includes(from) ? [hash] : []))]);
  for (const [address, slots] of seen.reads) for (const slot of slots) gates.reads.add(placeOf(address, slot, seen.hashes));
  for (const [slot, preimage] of seen.hashes) {
    if (preimage.length !== 64) continue;
    const key = wordOf(preimage, 0);
    if (!own.has(key)) continue;
    for (const [address, slots] of seen.reads) {
      if (!slots.has(slot)) continue;
      const base = key === from ? wordOf(preimage, 1) : null;
      gates.lists.set(`${address}.${base ?? slot}`, { address, slot, base });
    }
  }
  // Kept at the caller's own address, without a hash.
  for (const [address, slots] of seen.reads) {
    for (const slot of slots) if ((slot & LOW_160) === from) gates.lists.set(`${address}.${slot}`, { address, slot, base: null });
  }
  for (const call of seen.calls) if (call.to !== target && call.kind !== "delegatecall" && call.to > 0xffffn) gates.asked.add(call.to);
  if (seen.env & (8 | 16)) gates.timed = true;
}

/** Where a stranger passes, only those are worth a look whom the code treats as somebody else. */
function compared(gates: Gates, known: Candidates): Candidates {
  return [...gates.addresses].map((address) => known.find((who) => who.address === address) ?? { address, known: "storage" as const });
}

/** Everybody who might pass: those who are known, those whom the code compares with, members of its lists. */
function withGates(base: Base, gates: Gates, known: Candidates, seen: readonly bigint[]): Candidates {
  const found = new Map(known.map((who) => [who.address, who]));
  for (const address of gates.addresses) if (!found.has(address)) found.set(address, { address, known: "storage" });
  for (const { address, base: place } of gates.lists.values()) {
    if (place === null) continue;
    for (const who of seen) {
      if (!found.has(who) && base.stage.world.slot(address, mappingSlot(who, place)) !== 0n)
        found.set(who, { address: who, known: "list" });
    }
  }
  // Somebody is known by a hash: everybody who was ever named may be the one.
  const indirect = [...gates.lists.values()].some(({ base: place }) => place === null);
  if (gates.hashed.size > 0 || indirect)
    for (const who of seen.slice(0, 24)) if (!found.has(who)) found.set(who, { address: who, known: "storage" });
  // Those whom the code itself names come first.
  return [...found.values()].sort((a, b) => Number(gates.addresses.has(b.address)) - Number(gates.addresses.has(a.address)));
}
