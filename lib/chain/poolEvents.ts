import type { Address } from "viem";
import type { ChainLog } from "./chainLog";
import { type LogWords, logWords, wordAddress, wordInt, wordUint } from "./logWords";
import { TOPIC } from "./poolTopics";

/** The pool's own state after a V3 swap. */
export type V3State = { sqrtPrice: bigint; liquidity: bigint; tick: number };

/** Amounts as they went into the pool and out of it. `after`: of V3. */
export type SwapEvent = {
  kind: "swap";
  in0: bigint;
  in1: bigint;
  out0: bigint;
  out1: bigint;
  sender: Address;
  to: Address;
  after: V3State | null;
};
/** `liquidity`, `owner` and the ticks: of V3. */
export type MintEvent = { kind: "mint"; amount0: bigint; amount1: bigint; liquidity: bigint | null };
export type BurnEvent = {
  kind: "burn";
  amount0: bigint;
  amount1: bigint;
  liquidity: bigint | null;
  /** V3: whose position it was. V2 has no such name: only who called the pool. */
  owner: Address;
  /** V2: who got the tokens. V3 pays out by a Collect of its own. */
  to: Address | null;
  ticks: string | null;
};
export type CollectEvent = { kind: "collect"; amount0: bigint; amount1: bigint; owner: Address; to: Address; ticks: string };
export type SyncEvent = { kind: "sync"; reserve0: bigint; reserve1: bigint };
/** What a V3 pool gained by a flash loan's fee, or lost to its protocol: atomic units, signed. */
export type DriftEvent = { kind: "drift"; amount0: bigint; amount1: bigint };
export type PriceEvent = { kind: "price"; sqrtPrice: bigint };
/** `feePpm` in millionths. */
export type CreatedEvent = { kind: "created"; version: "v2" | "v3"; token0: Address; token1: Address; pool: Address; feePpm: number };

export type PoolEvent = SwapEvent | MintEvent | BurnEvent | CollectEvent | SyncEvent | DriftEvent | PriceEvent | CreatedEvent;

/** V2 keeps 0.3 % of what goes in; the factory knows no other pools. */
export const V2_FEE_PPM = 3_000;

type Reader = { indexed: number; plain: number; read: (words: LogWords) => PoolEvent };

const READERS: Record<string, Reader> = {
  [TOPIC.pairCreated]: { indexed: 2, plain: 2, read: ({ topics, data }) => created("v2", topics[0], topics[1], data[0], V2_FEE_PPM) },
  [TOPIC.poolCreated]: {
    indexed: 3,
    plain: 2,
    read: ({ topics, data }) => created("v3", topics[0], topics[1], data[1], Number(wordUint(topics[2]))),
  },
  [TOPIC.swapV2]: { indexed: 2, plain: 4, read: swapV2 },
  [TOPIC.swapV3]: { indexed: 2, plain: 5, read: swapV3 },
  [TOPIC.sync]: {
    indexed: 0,
    plain: 2,
    read: ({ data }) => ({ kind: "sync", reserve0: wordUint(data[0]), reserve1: wordUint(data[1]) }),
  },
  [TOPIC.initialize]: { indexed: 0, plain: 2, read: ({ data }) => ({ kind: "price", sqrtPrice: wordUint(data[0]) }) },
  [TOPIC.mintV2]: {
    indexed: 1,
    plain: 2,
    read: ({ data }) => ({ kind: "mint", amount0: wordUint(data[0]), amount1: wordUint(data[1]), liquidity: null }),
  },
  [TOPIC.mintV3]: {
    indexed: 3,
    plain: 4,
    read: ({ data }) => ({ kind: "mint", liquidity: wordUint(data[1]), amount0: wordUint(data[2]), amount1: wordUint(data[3]) }),
  },
  [TOPIC.burnV2]: { indexed: 2, plain: 2, read: burnV2 },
  [TOPIC.burnV3]: { indexed: 3, plain: 3, read: burnV3 },
  [TOPIC.collectV3]: { indexed: 3, plain: 3, read: collectV3 },
  [TOPIC.flashV3]: { indexed: 2, plain: 4, read: ({ data }) => drift(wordUint(data[2]), wordUint(data[3])) },
  [TOPIC.feesTakenV3]: { indexed: 2, plain: 2, read: ({ data }) => drift(-wordUint(data[0]), -wordUint(data[1])) },
};

/** What a log of a factory or a pool says; null for any other. Who logged it is for the caller to check. */
export function readPoolEvent(log: ChainLog): PoolEvent | null {
  const reader = READERS[log.topics[0] ?? ""];
  const words = reader ? logWords(log, reader.indexed, reader.plain) : null;
  return words && reader ? reader.read(words) : null;
}

type Word = LogWords["data"][number] | undefined;

function created(version: "v2" | "v3", token0: Word, token1: Word, pool: Word, feePpm: number): CreatedEvent {
  return { kind: "created", version, token0: wordAddress(token0), token1: wordAddress(token1), pool: wordAddress(pool), feePpm };
}

function swapV2({ topics, data }: LogWords): SwapEvent {
  const [in0 = 0n, in1 = 0n, out0 = 0n, out1 = 0n] = data.map(wordUint);
  return { kind: "swap", in0, in1, out0, out1, sender: wordAddress(topics[0]), to: wordAddress(topics[1]), after: null };
}

function swapV3({ topics, data }: LogWords): SwapEvent {
  const [amount0, amount1] = [wordInt(data[0]), wordInt(data[1])];
  const into = (amount: bigint) => (amount > 0n ? amount : 0n);
  return {
    kind: "swap",
    in0: into(amount0),
    in1: into(amount1),
    out0: into(-amount0),
    out1: into(-amount1),
    sender: wordAddress(topics[0]),
    to: wordAddress(topics[1]),
    after: { sqrtPrice: wordUint(data[2]), liquidity: wordUint(data[3]), tick: Number(wordInt(data[4])) },
  };
}

function burnV2({ topics, data }: LogWords): BurnEvent {
  const [amount0 = 0n, amount1 = 0n] = data.map(wordUint);
  return { kind: "burn", amount0, amount1, liquidity: null, owner: wordAddress(topics[0]), to: wordAddress(topics[1]), ticks: null };
}

function burnV3({ topics, data }: LogWords): BurnEvent {
  const [liquidity = 0n, amount0 = 0n, amount1 = 0n] = data.map(wordUint);
  return { kind: "burn", amount0, amount1, liquidity, owner: wordAddress(topics[0]), to: null, ticks: ticksOf(topics) };
}

function collectV3({ topics, data }: LogWords): CollectEvent {
  const [, amount0 = 0n, amount1 = 0n] = data.map(wordUint);
  return { kind: "collect", amount0, amount1, owner: wordAddress(topics[0]), to: wordAddress(data[0]), ticks: ticksOf(topics) };
}

function drift(amount0: bigint, amount1: bigint): DriftEvent {
  return { kind: "drift", amount0, amount1 };
}

function ticksOf(topics: LogWords["topics"]): string {
  return `${wordInt(topics[1])}:${wordInt(topics[2])}`;
}
