import type { Fn } from "./ground";
import type { Trade } from "./swap";

/** What somebody's call did to holders. Each fails the check of the same name. */
export type Harm =
  | "pause"
  | "freeze"
  | "gate"
  | "limits"
  | "tax_power"
  | "tax_targeted"
  | "mint"
  | "hidden_mint"
  | "seize"
  | "rebase"
  | "upgrade"
  | "code_swap"
  | "destroy"
  | "decimals"
  | "supply"
  | "take_over";

/** Somebody who got a function to run. */
export type Actor = {
  address: bigint;
  /** How we came by them. `listed`: whoever is on a list of the contract, which we wrote our own actor into. */
  known: "stranger" | "owner" | "creator" | "admin" | "code" | "storage" | "list" | "listed" | "through";
  /** The contract that decides, where it is not the token itself. */
  through: bigint | null;
};

/** A power over holders, found by trying it. */
export type Power = {
  harm: Harm;
  target: bigint;
  fn: Fn;
  actor: Actor;
  /** Everybody who can do the same. */
  holders: bigint[];
  /** The call that did it, as data and in words. */
  data: Uint8Array;
  call: string;
  effect: string;
  mostBps: number | null;
  /** Seconds after which it works; 0 for now. */
  after: number;
  survives: boolean | null;
  /** After the owner has given up: does the contract still show who has it? */
  shownAfter: boolean | null;
};

export type NamedTrade = { what: TrialName; share: number; trade: Trade };

export type TrialName = string;
