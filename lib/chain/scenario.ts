import type { Address, Hex } from "viem";

/** Puts one question to the node. */
export type Ask = (method: string, params: unknown[]) => Promise<unknown>;

export type PinnedBlock = { number: bigint; timestamp: bigint; miner: Address };

/** One transaction that we only pretend to send. */
export type Step = { name: string; from: Address; to: Address; data: Hex; value?: bigint };

/** What happens at one moment: so many blocks and seconds after the pinned block. */
export type Moment = { blocks: number; seconds: number; steps: Step[] };

/** Whoever acts: given ether, and balances by writing to a token's storage. */
export type Funding = { address: Address; ether: bigint; storage: { token: Address; slot: Hex; value: Hex }[] };

export type Scenario = { actors: Funding[]; moments: Moment[] };

export type StepResult = { ok: true; data: Hex; gas: bigint } | { ok: false; reason: string; gas: bigint };

export type Outcome = {
  /** By the step's name; a step that could not be tried is missing. */
  steps: Map<string, StepResult>;
  /** false: the node can't play over several blocks, everything happened in one. */
  spansBlocks: boolean;
};
