import type { Hex } from "viem";
import type { ReasonCode } from "@/lib/payments/reasons";
import type { Authorization } from "@/lib/payments/types";

/** One answered payment on its way to the chain. */
export type SettlementItem = {
  /** The payment's id in the ledger. */
  id: string;
  authorization: Authorization;
  signature: Hex;
};

export type Settled = { state: "settled"; transaction: Hex; blockNumber: bigint; gasUsed: bigint; batchSize: number };

/**
 * What became of a payment. `failed`: the chain refused it and no money moved. `unsent`: it never left
 * this server. `unknown`: it may still settle; only the chain can tell.
 */
export type Outcome = Settled | { state: "failed"; reason: ReasonCode } | { state: "unsent"; cause: unknown } | { state: "unknown" };

/** A batch that has been handed on: some outcomes are known at once, the rest when the chain answers. */
export type Sent = { outcomes: Promise<Map<string, Outcome>> };

/** Hands a batch to the chain, or to a remote facilitator; resolves as soon as the next one may follow. */
export type Submit = (items: SettlementItem[]) => Promise<Sent>;
