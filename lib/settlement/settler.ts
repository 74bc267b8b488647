import "server-only";
import type postgres from "postgres";
import type { Address, PublicClient } from "viem";
import type { ChainView } from "./chainCheck";
import type { FeeView } from "./fees";
import type { GasAccount } from "./gasAccount";
import type { GasFloor } from "./gasFloor";
import type { Node } from "./node";
import type { SettlementItem } from "./types";
import type { ReceiptWatcher } from "./watcher";

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
  /** The least that a call costs while gas is dear. */
  floor: GasFloor;
  /** Would the chain take this payment now? */
  check: (item: Pick<SettlementItem, "id" | "authorization" | "signature">) => Promise<ChainView>;
  /** Contracts that may put up wallets which aren't there yet. */
  walletFactories: readonly Address[];
  watcher: ReceiptWatcher;
  /** How long to watch for a receipt before the reconciler takes over. */
  watchMs: number;
  /** Seconds without a receipt after which a transaction is replaced by one that pays more. */
  stuckSeconds: number;
  /** Blocks above a settlement after which it isn't looked at again. */
  finalBlocks: bigint;
};
