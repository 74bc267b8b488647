import type { Address, Hex } from "viem";

/** What one address holds of a pool. */
export type Stake = {
  holder: Address;
  /** LP tokens in V2; in V3 the quote that its positions would pay out at the price of now. */
  weight: bigint;
  /** Of V3: its largest position; null where it is no token of the position manager. */
  tokenId: bigint | null;
  /** Who put it there. */
  depositors: Address[];
  /** The transactions in which it came. */
  deposits: Hex[];
};

export type Stakes = {
  stakes: Stake[];
  /** What all stakes together would weigh. */
  whole: bigint;
  complete: boolean;
  /** Of the pool's first filling, in seconds; null where that was not found. */
  createdAt: number | null;
  why: string | null;
};

/** Liquidity that was put into a V3 pool. `rest`: how much, and of what; the position manager logs the same words. */
export type MintLog = { owner: Address; lower: number; upper: number; rest: Hex; tx: Hex; block: bigint };
