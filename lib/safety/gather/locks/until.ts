import { ENV } from "@/lib/evm/types";
import type { World } from "@/lib/evm/world";
import { type Tried, tryAll } from "./attempt";
import { shareOf } from "./finding";
import type { Ground } from "./ground";
import type { Prey } from "./prey";

const DAY = 86_400n;
const STEPS = [DAY, 30n * DAY, 365n * DAY, 5n * 365n * DAY] as const;
const CENTURY = 36_525n * DAY;
const LEAST = 100;
const MINUTE = 60n;

/** `tried`: what was tried later than now. */
export type Opening = { until: number | null; hits: Tried[]; tried: Tried[]; whole: boolean };

/** By then most locks are open. */
export const LATE = STEPS[3];

/** When it opens: what failed and looked at the time is tried later, then the moment is narrowed down to the minute. */
export async function findUntil(
  ground: Ground,
  prey: Prey,
  base: World,
  tried: readonly Tried[],
  words: readonly bigint[],
  deadline: number,
): Promise<Opening> {
  const timely = tried
    .filter((one) => one.result.seen.env & (ENV.timestamp | ENV.number) || shareOf(prey, one) >= LEAST)
    .map(({ attempt }) => attempt);
  if (timely.length === 0) return { until: null, hits: [], tried: [], whole: true };
  const now = ground.block.timestamp;
  const named = words.filter((word) => word > now && word < now + CENTURY).map((word) => word - now + 1n);
  let before = 0n;
  let whole = true;
  const all: Tried[] = [];
  for (const seconds of [...new Set([...STEPS, ...named])].sort((a, b) => Number(a - b))) {
    const trials = await tryAll(ground, prey, base, timely, seconds, deadline);
    whole &&= trials.whole;
    all.push(...trials.tried);
    const hits = trials.tried.filter((one) => shareOf(prey, one) >= LEAST).slice(0, 3);
    if (hits.length > 0) {
      return { until: Number(now + (await narrow(ground, prey, base, hits, [before, seconds], deadline))), hits, tried: all, whole };
    }
    if (!trials.whole) break;
    before = seconds;
  }
  return { until: null, hits: [], tried: all, whole };
}

/** It fails at the first moment and works at the second. */
async function narrow(
  ground: Ground,
  prey: Prey,
  base: World,
  hits: readonly Tried[],
  between: readonly [bigint, bigint],
  deadline: number,
): Promise<bigint> {
  let [shut, open] = between;
  const attempts = hits.map(({ attempt }) => attempt);
  while (open - shut > MINUTE) {
    const middle = (shut + open) / 2n;
    const { tried, whole } = await tryAll(ground, prey, base, attempts, middle, deadline);
    if (!whole) break;
    if (tried.some((one) => shareOf(prey, one) >= LEAST)) open = middle;
    else shut = middle;
  }
  return open;
}
