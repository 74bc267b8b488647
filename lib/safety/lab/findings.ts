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
  | "take_over"
  | "events";

/** Somebody who got a function to run. */
export type Actor = {
  address: bigint;
  /** How we came by them. `listed`: whoever is on a list of the contract, which we wrote our own actor into. */
  known: "stranger" | "owner" | "creator" | "admin" | "code" | "storage" | "list" | "listed" | "unnamed" | "through";
  /** The contract that decides, where it is not the token itself. */
  through?: bigint;
  /** `listed`: the place in storage that says so, and the list's own place where it is a plain mapping. */
  list?: { address: bigint; slot: bigint; base: bigint | null };
  /** `unnamed`: the comparisons that ask for somebody who is only known by a hash. */
  agree?: ReadonlySet<string>;
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
  /** Of somebody on a list: can anybody read from the contract who is on it? */
  listShown: boolean | null;
};

export type NamedTrade = { what: TrialName; share: number; trade: Trade };

export type TrialName = string;
