import type { Behaviour } from "./behaviours";

export type Deserved = "avoid" | "caution" | "ok" | "unknown";

/**
 * What stands for an address or a number that is known only once the plan is made: `$me` (who deploys it), `$hidden` (a
 * second key of the same people), `$buyer1` to `$buyer3`, `$token`, `$pool`, `$router`, `$weth`, `$usdc`, `$dead`, `$zero`,
 * `$now+60` (seconds), and `$name` for each helper. Everything else is taken as it is.
 */
export type Ref = string | bigint | number | boolean | readonly Ref[] | CallData;
/** A call as bytes, for the constructors of proxies. */
export type CallData = { call: string; args?: readonly Ref[] };

/** How the compiler was set: with metadata and optimizer, without metadata, without optimizer, by way of the new pipeline. */
export type Settings = "usual" | "stripped" | "plain" | "ir";

export type Build = { contract: string; args?: readonly Ref[]; code?: Settings };

export type Step = {
  /** After the contracts stand, once the pool is filled, or when a few wallets have traded. */
  at: "built" | "pooled" | "traded";
  by?: string;
  to?: string;
  call: string;
  args?: readonly Ref[];
  /** Wei. */
  value?: bigint;
};

/** One contract of the range, what it deserves and how it comes to be what it is. */
export type Row = Build & {
  /** Behaviour and contract, such as `pause/PausableToken`. */
  id: string;
  behaviour: Behaviour;
  deserves: Deserved;
  /** Verdicts that are just as fair, where good judges may differ. */
  accepts?: readonly Deserved[];
  /** The malicious contract that this one looks like. */
  twinOf?: string;
  /** Checks of which one should fail: they name the real reason. Empty for what deserves `ok`. */
  names: readonly string[];
  /** Contracts that stand before it, in this order; each is known by its name to what follows. */
  helpers?: readonly (Build & { as: string })[];
  /** Code put at the token's address as it is, instead of a deployment: a delegated account. */
  delegatesTo?: string;
  /** A token that stands on the local chain already, such as `$usdc`. */
  stands?: string;
  decimals?: number;
  /** Tokens in the pool, whole ones; 0 for no pool. */
  pooled?: number;
  /** Ether (or thousands of USDC) beside them. */
  depth?: number;
  quote?: "weth" | "usdc";
  /** The exchange's version; V2 where nothing is said. */
  version?: "v3";
  /** Who gets the shares of the pool, or its position. */
  shares?: string;
  /** What a few wallets do before anybody asks: buy, and sell a part again. Failing sales are part of some. */
  trades?: "both" | "buys" | "none";
  steps?: readonly Step[];
};
