/**
 * A machine that runs contract code here, on a copy of a chain that is read piece by piece. It is for looking, not for
 * consensus: it tells what was read, written, called and compared on the way. Addresses and words are bigints inside it.
 */

/** The block that a call believes to be in. */
export type BlockEnv = {
  number: bigint;
  /** Seconds. */
  timestamp: bigint;
  coinbase: bigint;
  baseFee: bigint;
  gasLimit: bigint;
  chainId: bigint;
  prevRandao: bigint;
};

export type Call = {
  from: bigint;
  to: bigint;
  data: Uint8Array;
  /** Wei. */
  value?: bigint;
  /** Gas for the whole call, 5,000,000 where nothing is said; what a transaction costs before its first instruction is not taken off. */
  gas?: number;
  /** tx.origin, `from` where nothing is said. */
  origin?: bigint;
  /** Wei a gas, the base fee and a bit where nothing is said. */
  gasPrice?: bigint;
  /** As eth_call would: whatever writes fails. */
  readOnly?: boolean;
};

/** What lies below all worlds. `undefined`: not known yet; the source notes that it is wanted. */
export type Source = {
  code(address: bigint): Uint8Array | undefined;
  slot(address: bigint, slot: bigint): bigint | undefined;
  balance(address: bigint): bigint | undefined;
  /** Of accounts that create others, or get ether while they have neither ether nor code; 0 for all where this is missing. */
  nonce?(address: bigint): bigint | undefined;
  /** 0 for all where this is missing. */
  blockHash?(number: bigint): bigint | undefined;
};

export type EvmLog = { address: bigint; topics: bigint[]; data: Uint8Array };

export type CallKind = "call" | "callcode" | "delegatecall" | "staticcall" | "create" | "create2" | "selfdestruct";

/** A call that the code made to somebody. `at`: whose storage the caller works on; `to`: whose code ran. */
export type InnerCall = {
  kind: CallKind;
  at: bigint;
  to: bigint;
  /** First four bytes of what was sent; -1 for less. */
  selector: number;
  value: bigint;
  depth: number;
  ok: boolean;
};

/** A comparison in which one side was a marked value (`hashed`: a hash over one); `other` is what it was held against. */
export type Compare = { code: bigint; pc: number; op: number; mark: bigint; other: bigint; hashed: boolean };

/** What a call looked at beside storage: bits of `Seen.env`. */
export const ENV = {
  origin: 1,
  gasPrice: 2,
  coinbase: 4,
  timestamp: 8,
  number: 16,
  randao: 32,
  baseFee: 64,
  /** GAS, unless it is asked for just to pass it on with a call. */
  gas: 128,
  gasLimit: 256,
  blockHash: 512,
  /** EXTCODESIZE, EXTCODEHASH or EXTCODECOPY of anybody but itself. */
  foreignCode: 1_024,
  /** BALANCE or SELFBALANCE. */
  balance: 2_048,
} as const;

/** All that a call read, wrote and did, also in parts that were undone. Keys: address, then slot. */
export type Seen = {
  reads: Map<bigint, Set<bigint>>;
  /** Net storage changes that stand, with what was there before. */
  writes: Map<bigint, Map<bigint, { before: bigint; after: bigint }>>;
  /** Accounts whose ether changed, whose code appeared or went. */
  touched: Set<bigint>;
  calls: InnerCall[];
  /** At most 256. */
  compares: Compare[];
  /** Hashes over 20 to 160 bytes that were made (at most 512), with these bytes: where mappings keep what they hold. */
  hashes: Map<bigint, Uint8Array>;
  env: number;
  /** Addresses whose code size, hash or ether was asked for. */
  asked: Set<bigint>;
};

export type Result = {
  ok: boolean;
  /** What was returned, or what the revert said. */
  data: Uint8Array;
  gasUsed: number;
  logs: EvmLog[];
  /** Why it ended; `unsupported`: this machine can't run it, so nothing may be concluded. */
  halt: "return" | "revert" | "gas" | "invalid" | "unsupported" | "steps";
  /** Something was read that the source doesn't know yet, and guessed: the result means nothing until it is known. */
  missed: boolean;
  seen: Seen;
};
