import type { Address, Hex, PrivateKeyAccount } from "viem";
import type { Network, PaymentNetwork } from "@/lib/chains";

/** What a bridge may do, fixed when it starts. Amounts are atomic USDC. */
export type BridgeOptions = {
  /** `https://market.example/mcp` */
  url: URL;
  /** Who pays; null: nothing is ever paid. */
  account: PrivateKeyAccount | null;
  maxPerCall: bigint;
  maxPerDay: bigint;
  /** The paid tools that may be called, by name; null for all. */
  tools: ReadonlySet<string> | null;
  /** The network that is paid on; null: the one that the market lists. */
  network: Network | null;
  /** Payees that are accepted although another was known before. */
  payees: readonly Address[];
  /** Where the day's spending is written down. */
  stateDir: string;
};

/** Terms that were checked: everything that is signed. */
export type Terms = {
  network: PaymentNetwork;
  amount: bigint;
  payTo: Address;
  maxTimeoutSeconds: number;
};

/** What is signed, without the signature: the key makes that again. */
export type Unsigned = { to: Address; value: string; validAfter: string; validBefore: string; nonce: Hex };
