import type { Hex } from "viem";
import { execute } from "@/lib/evm/execute";
import type { Result } from "@/lib/evm/types";
import type { World } from "@/lib/evm/world";
import { type Ground, later } from "./ground";
import type { Prey } from "./prey";

export type Role = "creator" | "owner" | "depositor" | "master" | "anybody";
export type Caller = { address: bigint; role: Role };
/** `marks`: values whose comparisons are worth knowing, beside the caller. */
export type Attempt = { caller: Caller; selector: Hex; data: Uint8Array; marks?: ReadonlySet<bigint> };
/** `moved`: how much less the lock holds afterwards. `world`: as it is then. */
export type Tried = { attempt: Attempt; result: Result; moved: bigint; world: World };

export type Trials = {
  tried: Tried[];
  /** false: some could not be tried, for lack of time, of state, or of a machine that can. */
  whole: boolean;
};

const LIMITS = { gas: 3_000_000, steps: 300_000 } as const;
const BREATH_MS = 25;

/** Each attempt on its own copy of the world, so many seconds from now; once more with what was missing, until nothing is. */
export async function tryAll(
  ground: Ground,
  prey: Prey,
  base: World,
  attempts: readonly Attempt[],
  seconds: bigint,
  deadline: number,
): Promise<Trials> {
  const block = later(ground.block, seconds);
  const tried: Tried[] = [];
  let pending = attempts;
  let whole = true;
  let breath = Date.now();
  while (pending.length > 0) {
    const missed: Attempt[] = [];
    for (const attempt of pending) {
      const now = Date.now();
      if (now > deadline) return { tried, whole: false };
      if (now - breath > BREATH_MS) {
        await new Promise((resolve) => setImmediate(resolve));
        breath = Date.now();
      }
      const world = base.fork();
      const call = { from: attempt.caller.address, to: prey.holder, data: attempt.data, gas: LIMITS.gas };
      const result = execute(world, block, call, { maxSteps: LIMITS.steps, marks: attempt.marks ?? new Set([attempt.caller.address]) });
      const left = result.ok && !result.missed ? prey.left(world, block, result.seen) : prey.held;
      if (result.missed || left === null) missed.push(attempt);
      else tried.push({ attempt, result, moved: left < prey.held ? prey.held - left : 0n, world });
      if (["unsupported", "steps"].includes(result.halt)) whole = false;
    }
    if (missed.length === 0) break;
    if (!(await ground.fork.fill())) return { tried, whole: false };
    pending = missed;
  }
  return { tried, whole };
}
