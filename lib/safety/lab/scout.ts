import { keccak } from "@/lib/crypto/keccak";
import type { Result } from "@/lib/evm/types";
import { type Profile, profiles, type Roles } from "./arguments";
import type { Base } from "./base";
import { isAddressLike, putWord } from "./bytes";
import type { Actor } from "./findings";
import { keyedBy } from "./fund";
import type { Fn } from "./ground";
import { type Lab, MUCH_LATER, moment, SETTLED } from "./lab";
import { AGREEING_CODE } from "./plants";
import type { Stage } from "./stage";

/** Who can get a function to run, and what its code compares arguments with. */
export type Scouted = { actors: Actor[]; hints: bigint[]; missed: boolean; after: number };

export type Candidates = { address: bigint; known: Actor["known"] }[];

const TRIES = 6;
const MOST_ACTORS = 3;

/** A list in the contract's storage: a mapping that is asked about the caller. */
type List = { address: bigint; base: bigint };

type Gates = { addresses: Set<bigint>; lists: Map<string, List>; asked: Set<bigint>; hints: Set<bigint>; timed: boolean };

/**
 * Calls a function as a stranger and watches what the caller is held against: an address, a list, another contract. Then
 * calls it as whoever would pass.
 */
export function scout(lab: Lab, base: Base, target: bigint, fn: Fn, roles: Roles, known: Candidates, seen: readonly bigint[]): Scouted {
  const { stranger } = lab.cast;
  const gates: Gates = { addresses: new Set(), lists: new Map(), asked: new Set(), hints: new Set(), timed: false };
  const tried = { missed: false };
  const calls = sample(profiles(fn, roles));
  const marks = new Set([stranger, roles.holder, roles.actor, roles.fresh, roles.amount, roles.plant]);
  const passes = (from: bigint, later: boolean, prepare?: (stage: Stage) => void) =>
    calls.some(({ data }) => {
      const stage = later ? base.stage.fork(moment(lab.ground.block, MUCH_LATER)) : base.stage.fork();
      prepare?.(stage);
      const result = stage.call(from, target, data, { marks: new Set([...marks, from]) });
      if (stage.missed) tried.missed = true;
      if (!result.ok || stage.unsupported) note(gates, result, from, marks, target);
      return result.ok && leavesTrace(result);
    });
  const finish = (actors: Actor[], after = 0): Scouted => ({ actors, hints: [...gates.hints].slice(0, 8), missed: tried.missed, after });

  if (passes(stranger, false)) return finish([{ address: stranger, known: "stranger", through: null }]);
  const people = withGates(lab, base, gates, known, seen);
  const actors = people.filter(({ address }) => passes(address, false)).slice(0, MOST_ACTORS);
  if (actors.length > 0) return finish(actors.map((who) => ({ ...who, through: null })));

  // A second look: what the first asked of those who passed one gate and met another.
  const more = withGates(lab, base, gates, known, seen).filter(({ address }) => !people.some((p) => p.address === address));
  const second = more.filter(({ address }) => passes(address, false)).slice(0, MOST_ACTORS);
  if (second.length > 0) return finish(second.map((who) => ({ ...who, through: null })));
  if (gates.timed) {
    const late = [...people, ...more].filter(({ address }) => passes(address, true)).slice(0, 1);
    if (late.length > 0)
      return finish(
        late.map((who) => ({ ...who, through: null })),
        MUCH_LATER.seconds - SETTLED.seconds,
      );
  }
  return finish(forced(lab, gates, passes));
}

/** Nobody whom we know passes: somebody on a list, or whoever another contract lets, might. */
function forced(lab: Lab, gates: Gates, passes: (from: bigint, later: boolean, prepare?: (stage: Stage) => void) => boolean): Actor[] {
  const { stranger } = lab.cast;
  for (const { address, base } of gates.lists.values()) {
    const prepare = (stage: Stage) => stage.world.setSlot(address, mappingSlot(stranger, base), 1n);
    if (passes(stranger, false, prepare)) return [{ address: stranger, known: "listed", through: base }];
  }
  for (const contract of gates.asked) {
    const prepare = (stage: Stage) => stage.world.setCode(contract, AGREEING_CODE);
    if (passes(stranger, false, prepare)) return [{ address: stranger, known: "through", through: contract }];
  }
  return [];
}

/** A few calls that differ as much as they can. */
function sample(all: readonly Profile[]): Profile[] {
  if (all.length <= TRIES) return [...all];
  const step = all.length / TRIES;
  return Array.from({ length: TRIES }, (_, i) => all[Math.floor(i * step)]).filter((p) => p !== undefined);
}

/** Did the call leave anything behind? */
export function leavesTrace({ seen, logs }: Result): boolean {
  return seen.writes.size > 0 || logs.length > 0 || seen.touched.size > 0 || seen.calls.some(({ kind }) => kind === "selfdestruct");
}

function note(gates: Gates, { seen }: Result, from: bigint, marks: ReadonlySet<bigint>, target: bigint): void {
  for (const { mark, other } of seen.compares) {
    if (mark === from && isAddressLike(other)) gates.addresses.add(other);
    else if (mark !== from && marks.has(mark) && other > 1n) gates.hints.add(other);
  }
  for (const [hash, preimage] of seen.hashes) {
    if (!keyedBy(preimage, from)) continue;
    const base = BigInt(`0x${Buffer.from(preimage.subarray(32)).toString("hex")}`);
    for (const [address, slots] of seen.reads) if (slots.has(hash)) gates.lists.set(`${address}.${base}`, { address, base });
  }
  for (const call of seen.calls) if (call.to !== target && call.kind !== "delegatecall" && call.to > 0xffffn) gates.asked.add(call.to);
  if (seen.env & (8 | 16)) gates.timed = true;
}

/** Everybody who might pass: those who are known, those whom the code compares with, members of its lists. */
function withGates(lab: Lab, base: Base, gates: Gates, known: Candidates, seen: readonly bigint[]): Candidates {
  const found = new Map(known.map((who) => [who.address, who]));
  for (const address of gates.addresses) if (!found.has(address)) found.set(address, { address, known: "storage" });
  for (const { address, base: place } of gates.lists.values()) {
    for (const who of seen) {
      if (found.has(who)) continue;
      if (base.stage.world.slot(address, mappingSlot(who, place)) !== 0n) found.set(who, { address: who, known: "list" });
    }
  }
  found.delete(lab.cast.stranger);
  return [...found.values()];
}

export function mappingSlot(key: bigint, base: bigint): bigint {
  const bytes = new Uint8Array(64);
  putWord(bytes, 0, key);
  putWord(bytes, 32, base);
  return BigInt(`0x${Buffer.from(keccak(bytes)).toString("hex")}`);
}
