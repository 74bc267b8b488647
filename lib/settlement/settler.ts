import "server-only";
import type { Address, PublicClient } from "viem";
import type postgres from "postgres";
import type { ChainView } from "./chainCheck";
import type { FeeView } from "./fees";
import type { GasAccount } from "./gasAccount";
import type { Node } from "./node";
import type { RawReceipt } from "./receipt";
import type { SettlementItem } from "./types";

/** Everything that settlement on the chain works with; made once a process. */
export type Settler = {
  client: PublicClient;
  chain: Node;
  sql: postgres.Sql;
  usdc: Address;
  network: string;
  chainId: number;
  accounts: GasAccount[];
  fees: () => Promise<FeeView>;
  feeCap: bigint;
  /** Would the chain take this payment now? */
  check: (item: SettlementItem) => Promise<ChainView>;
  receiptOf: (hash: `0x${string}`, ms: number) => Promise<RawReceipt | null>;
  /** How long to watch for a receipt before the reconciler takes over. */
  watchMs: number;
  /** Seconds without a receipt after which a transaction is replaced by one that pays more. */
  stuckSeconds: number;
  /** Blocks above a settlement after which it isn't looked at again. */
  finalBlocks: bigint;
};
