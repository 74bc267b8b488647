import { type Address, type Hex, hexToBigInt, hexToNumber, isHex } from "viem";

/** One event as a node tells it. `at` is its block's time where the node says it along with the log. */
export type ChainLog = {
  address: Address;
  topics: readonly Hex[];
  data: Hex;
  block: bigint;
  /** Its place among all logs of its block. */
  index: number;
  tx: Hex;
  at: bigint | null;
};

/** Reads the answer to eth_getLogs. Logs that a reorganisation took back are left out. */
export function readChainLogs(answer: unknown): ChainLog[] {
  if (!Array.isArray(answer)) throw new TypeError("the node answered with something else than logs");
  return answer.filter((raw) => raw?.removed !== true).map(readOne);
}

function readOne(raw: Record<string, unknown>): ChainLog {
  const { address, topics, data, blockNumber, logIndex, transactionHash, blockTimestamp } = raw;
  const known = [address, data, blockNumber, logIndex, transactionHash].every((value) => isHex(value));
  if (!known || !Array.isArray(topics)) throw new TypeError("the node answered with something else than logs");
  return {
    address: (address as Address).toLowerCase() as Address,
    topics: topics as Hex[],
    data: data as Hex,
    block: hexToBigInt(blockNumber as Hex),
    index: hexToNumber(logIndex as Hex),
    tx: transactionHash as Hex,
    at: isHex(blockTimestamp) ? hexToBigInt(blockTimestamp) : null,
  };
}

/** By block, then by place within the block. */
export function byPlace(a: ChainLog, b: ChainLog): number {
  return a.block === b.block ? a.index - b.index : a.block < b.block ? -1 : 1;
}
