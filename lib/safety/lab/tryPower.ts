import type { Result } from "@/lib/evm/types";
import { act } from "./act";
import type { Profile } from "./arguments";
import type { Base } from "./base";
import { bookHarms } from "./bookHarms";
import { selectorOf } from "./bytes";
import type { Actor } from "./findings";
import type { HarmFound } from "./harmFound";
import { type Lab, moment, postpone, SETTLED } from "./lab";
import { leavesTrace } from "./leavesTrace";
import { placeOf } from "./preimages";
import { SEL } from "./selectors";
import type { Reads } from "./stage";
import type { Suite } from "./suite";
import { tradeHarms } from "./tradeHarms";
import { type Vitals, vitals } from "./vitals";

/** The world before anything was done with a power, and what a holder could do in it. */
export type Before = {
  base: Base;
  suites: Suite[];
  books: Vitals;
  watched: bigint[];
  victims: bigint[];
  /** The token hands every call on to code that lives elsewhere: a proxy. */
  forwards: boolean;
  /** Where the buyer's balance is kept; null where that could not be seen. */
  balanceSlot: bigint | null;
  /** Whose code a transfer runs in the token's own name first. */
  handsTo: bigint | null;
};

/** `grants`: places of lists on which the call wrote somebody. */
export type Attempt = { ran: boolean; missed: boolean; signature: string; harms: HarmFound[]; grants: string[]; writes: string[] };

const DECIDED: ReadonlySet<string> = new Set(["upgrade", "code_swap", "seize", "mint", "hidden_mint"]);

/** One call of one function by one actor, and all that it does to holders. */
export function tryPower(
  lab: Lab,
  before: Before,
  target: bigint,
  actor: Actor,
  profile: Profile,
  seconds: number,
  done: Set<string>,
): Attempt {
  const stage = before.base.stage.fork(moment(lab.ground.block, postpone(SETTLED, seconds)));
  const result = act(stage, actor, target, profile.data);
  if (!result.ok || !leavesTrace(result)) return { ran: false, missed: stage.missed, signature: "", harms: [], grants: [], writes: [] };
  const signature = trace(result);
  if (done.has(signature)) return { ran: true, missed: stage.missed, signature, harms: [], grants: [], writes: [] };

  const after = vitals(lab, stage, before.watched);
  const harms = bookHarms(lab, before, stage, result, after, actor);
  // Other code, nothing left to sell, or more than any pool can count: what follows from it is known.
  const swapped = harms.some(({ harm }) => DECIDED.has(harm));
  for (const suite of swapped || ordinary(profile, result) ? [] : before.suites) {
    if (!matters(result, suite.reads)) continue;
    harms.push(...tradeHarms(lab, before, suite, stage, actor, target, profile, postpone(suite.at, seconds)));
    if (harms.length > 0) break;
  }
  return {
    ran: true,
    missed: stage.missed || harms.some((h) => h.missed),
    signature,
    harms,
    grants: grants(result),
    writes: writesOf(result),
  };
}

/** What every holder may do with tokens of their own, as long as only entries of people are written: a switch is more than that. */
function ordinary({ data }: Profile, { seen }: Result): boolean {
  const selector = selectorOf(data);
  if (selector !== SEL.transfer && selector !== SEL.transferFrom && selector !== SEL.approve) return false;
  return [...seen.writes.values()].every((slots) => [...slots.keys()].every((slot) => seen.hashes.has(slot)));
}

/** Only what a trial reads can change how it ends. */
function matters({ seen }: Result, reads: Reads): boolean {
  if (seen.touched.size > 0) return true;
  for (const [address, slots] of seen.writes) {
    const read = reads.get(address);
    if (read) for (const slot of slots.keys()) if (read.has(slot)) return true;
  }
  return false;
}

function writesOf({ seen }: Result): string[] {
  return [...seen.writes].flatMap(([address, slots]) => [...slots.keys()].map((slot) => placeOf(address, slot, seen.hashes)));
}

/** Entries of mappings that were switched on: somebody was put on a list. */
function grants({ seen }: Result): string[] {
  const found: string[] = [];
  for (const [address, slots] of seen.writes) {
    for (const [slot, { before, after }] of slots) {
      const preimage = seen.hashes.get(slot);
      if (before === 0n && after !== 0n && preimage?.length === 64) {
        found.push(`${address}.${BigInt(`0x${Buffer.from(preimage.subarray(32)).toString("hex")}`)}`);
      }
    }
  }
  return found;
}

/** The same writes a second time teach nothing. */
function trace({ seen, logs }: Result): string {
  const parts: string[] = [];
  for (const [address, slots] of seen.writes) for (const [slot, { after }] of slots) parts.push(`${address}.${slot}=${after}`);
  return `${parts.sort().join()}|${logs.length}|${[...seen.touched].join()}`;
}
