import type { Address, Hex } from "viem";

/** What becomes of ether that a stranger sends. `selector`: null for ether alone. */
export type Intake = {
  selector: Hex | null;
  /** Who has it afterwards: a stranger to the sender; null: the contract kept it. */
  taker: Address | null;
  /** Something was written or logged, so that the sender may have a claim. */
  noted: boolean;
};

/** A call that takes ether out of the contract. `by` null: anybody may. */
export type Outlet = { selector: Hex; by: Address | null; to: Address };

/** A call that takes tokens from somebody who only approved the contract. `by` null: anybody may. */
export type Pull = { selector: Hex; by: Address | null };

export type Marks = {
  intakes: Intake[];
  outlets: Outlet[];
  pulls: Pull[];
  /** Who was tried as one who may have power. */
  tried: Address[];
  /** false: not everything could be tried, with why. */
  whole: boolean;
  why: string | null;
};
