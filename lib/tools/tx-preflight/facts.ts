import type { Address } from "viem";
import type { Decider } from "@/lib/safety/gather/whoDecides";
import type { Attempt } from "./gather/attempt";
import type { Transaction } from "./transaction";

export type Holding = {
  token: Address;
  address: Address;
  /** null: could not be read. */
  change: bigint | null;
  told: bigint;
  agrees: boolean | null;
};

/** What was tried and read of one transaction, without any judgement. */
export type Facts = {
  tx: Transaction;
  attempt: Attempt;
  /** Nothing of the chain was missing, and the machine could run it all. */
  whole: boolean;
  nodeSays: boolean | null;
  senderNonce: bigint;
  holdings: Holding[];
  /** How many things the sender has more of afterwards: tokens, items. */
  gains: number;
  implementation: Address | null;
  swappable: Decider | null;
};
