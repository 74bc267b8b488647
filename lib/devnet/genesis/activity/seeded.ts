import { keccak256, stringToHex } from "viem";

/** Chance that falls the same way every time. */
export type Seeded = {
  /** A whole number from 0 up to, but not, `limit`. */
  below: (limit: number) => number;
  /** From `low` to `high`, both included. */
  between: (low: bigint, high: bigint) => bigint;
  pick: <T>(list: readonly T[]) => T;
};

export function seeded(seed: string): Seeded {
  let turn = 0;
  const draw = () => BigInt(keccak256(stringToHex(`${seed}:${turn++}`)));
  const below = (limit: number) => Number(draw() % BigInt(limit));
  return {
    below,
    between: (low, high) => low + (draw() % (high - low + 1n)),
    pick: (list) => {
      if (list.length === 0) throw new Error("There is nothing to pick from.");
      return list[below(list.length)] as (typeof list)[number];
    },
  };
}
