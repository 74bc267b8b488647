import type { Pieces, Wanted } from "@/lib/evm/knownState";
import type { BlockEnv } from "@/lib/evm/types";

/** A function of some code: its first four bytes, the types of its arguments. */
export type Fn = { selector: number; types: string[]; payable: boolean };

/** A pool that the token is tried in. `fee` as the pool names it: hundredths of a basis point for V3, 0 for V2. */
export type Route = {
  version: "v2" | "v3";
  pool: bigint;
  router: bigint;
  fee: number;
  quote: bigint;
  quoteReserve: bigint;
  tokenReserve: bigint;
  tokenFirst: boolean;
  /** Put up by ourselves on the copy, since nobody else has one. */
  own: boolean;
};

/** Who may be behind a power: found before or while trying. */
export type People = {
  owner: bigint | null;
  creator: bigint | null;
  /** Of proxies and beacons, from their slots. */
  admins: bigint[];
  /** Wallets that hold some already. */
  wallets: bigint[];
  /** Whoever shows up in the token's logs: may be on its lists. */
  seen: bigint[];
  /** All logs were read: who isn't in them was never put on a list in the open. */
  seenAll: boolean;
};

/** What is known before anything is tried. */
export type Ground = {
  block: BlockEnv;
  token: bigint;
  weth: bigint;
  usdc: bigint;
  factory: bigint | null;
  router: bigint | null;
  /** The deepest first; empty where no pool trades it. */
  routes: Route[];
  owner: bigint | null;
  admins: bigint[];
  /** Of everything that answers when the token is called. */
  functions: Fn[];
  /** Addresses that stand in the code itself. */
  constants: bigint[];
  /** Storage slots that the code names, to be fetched beforehand. */
  slots: bigint[];
};

/** What the machine's thread asks of the main one. */
export type Questions = {
  state: (wanted: Wanted) => Promise<Pieces>;
  functions: (code: Uint8Array) => Promise<{ functions: Fn[]; constants: bigint[] } | null>;
  people: () => Promise<People>;
};
