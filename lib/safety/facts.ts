import type { Address, Hex } from "viem";
import type { Quote } from "@/lib/chain/exchanges";
import type { TokenText } from "@/lib/chain/tokenText";
import type { HolderKind } from "./answer/shape";
import type { Examined } from "./lab/examine";

/** What was read and tried, without any judgement; the checks judge. */
export type Facts = {
  token: Address;
  metadata: MetadataFacts;
  proxy: ProxyFacts;
  owner: OwnerFacts;
  code: CodeFacts;
  pools: { pools: TradedPool[]; why: string | null };
  examined: Examined;
  liquidity: LiquidityFacts;
  holders: HoldersFacts;
  /** Everybody who has a power, by lower-case address. */
  authorities: Map<string, AuthorityFacts>;
  /** Of the block that everything was read at. */
  timestamp: number;
};

export type MetadataFacts = {
  name: TokenText;
  symbol: TokenText;
  decimals: number | null;
  totalSupply: bigint | null;
  /** balanceOf answers for somebody who never had any. */
  balances: boolean;
};

export type ProxyFacts = {
  kind: "none" | "eip1967" | "beacon" | "minimal" | "eip7702" | "diamond" | "unknown";
  implementation: Address | null;
  admin: Address | null;
  /** The storage slot that names the implementation, where there is one. */
  slot: Hex | null;
};

export type OwnerFacts = {
  kind: "none" | "renounced" | "account" | "contract" | "unknown";
  address: Address | null;
};

export type CodeFunction = { selector: Hex; arguments: string; mutability: "view" | "pure" | "payable" | "nonpayable" };

export type CodeFacts = { read: true; functions: CodeFunction[]; slots: bigint[] } | { read: false; why: string };

/** Who stands behind an address that has power, and how that was told. */
export type AuthorityFacts = { address: Address; kind: HolderKind; detail: string | null };

/** A pool that trades the token, of V2 or V3. `feeBps` is what the pool itself keeps, hundredths of a percent. */
export type TradedPool = {
  version: "v2" | "v3";
  address: Address;
  feeBps: number;
  quote: Quote;
  tokenReserve: bigint;
  quoteReserve: bigint;
};

export type PoolHolder = {
  holder: Address;
  /** Of the pool's shares (V2) or of its liquidity (V3). */
  shareBps: number;
  kind: "burned" | "locked" | "fake_lock" | "creator" | "owner" | "account" | "contract";
  /** Of a lock: when it opens, in seconds since 1970; null where it never does or that could not be told. */
  until: number | null;
  /** Why it counts as what it is: for the evidence, in our words. */
  why: string;
};

export type LiquidityFacts = {
  shares: PoolHolder[];
  /** false: the holders found don't add up to the whole. */
  complete: boolean;
  /** Of the pool's first filling; null where that could not be found. */
  createdAt: number | null;
  why: string | null;
};

export type HoldersFacts = {
  /** Everybody with a balance; null where the logs could not all be read. */
  count: number | null;
  complete: boolean;
  top: { address: Address; balance: bigint; shareBps: number; kind: "pool" | "burned" | "contract" | "account" }[];
  creator: Address | null;
  creatorShareBps: number | null;
  ownerShareBps: number | null;
  /** Wallets (accounts, no pools) that hold some now: to try sales as one of them. */
  wallets: Address[];
  /** Every address that shows up in the token's logs, the most frequent first, bounded: who may be on its lists. */
  seen: Address[];
  why: string | null;
};
