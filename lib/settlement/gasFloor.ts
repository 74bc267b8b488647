import "server-only";
import { log } from "@/lib/log";
import { type FeeView, feeNow } from "./fees";
import { settlementCost } from "./settlementCost";

const LOOK_EVERY_MS = 60_000;
/** The need has to be lower for so long before the floor falls. */
export const FALL_AFTER_MS = 600_000;

/** `lower`: since when less was needed than the floor, and the most that was needed since. */
export type HeldFloor = { floor: bigint; lower: { since: number; most: bigint } | null };

/**
 * The least that a call may cost, atomic. It rises at once, and falls only when less was needed for ten minutes: to the
 * most that was needed in them. So a fee that swings does not swing the prices.
 */
export function holdFloor({ floor, lower }: HeldFloor, need: bigint, at: number): HeldFloor {
  if (need >= floor) return { floor: need, lower: null };
  const most = lower && lower.most > need ? lower.most : need;
  const since = lower?.since ?? at;
  if (at - since < FALL_AFTER_MS) return { floor, lower: { since, most } };
  return { floor: most, lower: need < most ? { since: at, most: need } : null };
}

export type GasFloor = {
  /** As it was last seen, at once; 0 before the first look and without the setting. */
  now: () => bigint;
  /** Asks what a settlement costs, once a minute at the most. Throws when the chain is away; the floor then stays. */
  look: () => Promise<void>;
};

export function gasFloor(fees: () => Promise<FeeView>, usdPerEth: bigint | null): GasFloor {
  let held: HeldFloor = { floor: 0n, lower: null };
  let lookedAt = 0;
  return {
    now: () => held.floor,
    look: async () => {
      if (usdPerEth === null || Date.now() - lookedAt < LOOK_EVERY_MS) return;
      const need = settlementCost(feeNow(await fees()), usdPerEth);
      lookedAt = Date.now();
      const was = held.floor;
      held = holdFloor(held, need, lookedAt);
      if (held.floor !== was) log("info", "gas_floor_moved", { from: was.toString(), to: held.floor.toString() });
    },
  };
}
