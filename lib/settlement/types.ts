import type { Address, Hex } from "viem";
import type { ReasonCode } from "@/lib/payments/reasons";
import type { Authorization } from "@/lib/payments/types";

/** What only a contract can check (EIP-1271), sent in a transaction of its own, its gas measured beforehand. */
export type WalletSignature = {
  /** Without the wrapper of EIP-6492. */
  signature: Hex;
  gas: bigint;
  /** Puts the wallet up when it isn't there yet (EIP-6492); one of the allowed factories. */
  factory?: { address: Address; data: Hex };
};

/** An answer that waits for its settlement: it is written into the ledger together with the signed transaction. */
export type Work = {
  /** Missing when the ledger was told of it while the tool ran. */
  runningAt?: Date;
  answeredAt: Date;
  /** `hash`: it is in the ledger already, and this is its sha256. */
  answer: { status: number; contentType: string; body: string | Uint8Array } | { hash: string };
  keepSeconds: number;
};

/** One answered payment on its way to the chain. */
export type SettlementItem = {
  /** The payment's id in the ledger. */
  id: string;
  authorization: Authorization;
  signature: Hex;
  wallet?: WalletSignature | undefined;
  /** When the chain was last seen to take it, in ms since 1970. */
  checkedAt?: number | undefined;
  /** Missing when the ledger has it already, or there is none to keep. */
  work?: Work | undefined;
};

export type Settled = {
  state: "settled";
  transaction: Hex;
  blockNumber: bigint;
  blockHash: Hex;
  /** This payment's share of its transaction's gas, and of its fee in wei. */
  gasUsed: bigint;
  gasFee: bigint;
  batchSize: number;
};

/**
 * What became of a payment. `failed`: the chain refused it and no money moved. `unsent`: it never left
 * this server. `unknown`: it may still settle; only the chain can tell.
 */
export type Outcome = Settled | { state: "failed"; reason: ReasonCode } | { state: "unsent"; cause: unknown } | { state: "unknown" };

/** A batch that has been handed on: some outcomes are known at once, the rest when the chain answers. */
export type Sent = { outcomes: Promise<Map<string, Outcome>> };

/** Hands a batch to the chain, or to a remote facilitator; resolves as soon as the next one may follow. */
export type Submit = (items: SettlementItem[]) => Promise<Sent>;
