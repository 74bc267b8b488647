import type { Address } from "viem";

/** Puts one question to the node. */
export type Ask = (method: string, params: unknown[]) => Promise<unknown>;

export type PinnedBlock = { number: bigint; timestamp: bigint; miner: Address };
