import { type Address, getAddress, getContractAddress, type Hex, hexToBigInt, numberToHex, slice } from "viem";
import { isMethodMissing } from "./nodeErrors";
import type { ChainView } from "./openChain";

/** What one transaction of a block left behind, as far as somebody who looks for a new contract wants to know. */
export type Mark = {
  transaction: Hex;
  from: Address;
  to: Address | null;
  created: Address | null;
  logs: { address: Address; topics: Hex[]; data: Hex }[];
};

type Receipt = { transactionHash: Hex; from: Address; to: Address | null; contractAddress?: Address | null; logs: Log[] };
type Transaction = { hash: Hex; from: Address; to: Address | null; nonce: Hex };
type Log = { address: Address; topics: Hex[]; data: Hex; transactionHash: Hex };
type Block = { timestamp: Hex; transactions: (Hex | Transaction)[] };

export type MarkedBlock = { timestamp: bigint; marks: Mark[] };

/** All transactions of a block with what they made and logged, in one round trip, or two where the node gives no receipts by block. */
export async function readMarks(chain: ChainView, block: bigint): Promise<MarkedBlock | null> {
  const at = numberToHex(block);
  const [header, receipts] = await Promise.all([
    chain.ask("eth_getBlockByNumber", [at, false]) as Promise<Block | null>,
    chain.ask("eth_getBlockReceipts", [at]).catch(orMissing) as Promise<Receipt[] | null>,
  ]);
  if (!header) return null;
  const marks = receipts ? receipts.map(fromReceipt) : await fromTransactions(chain, at);
  return { timestamp: hexToBigInt(header.timestamp), marks };
}

function orMissing(error: unknown): null {
  if (isMethodMissing(error)) return null;
  throw error;
}

function fromReceipt({ transactionHash, from, to, contractAddress, logs }: Receipt): Mark {
  return { transaction: transactionHash, from, to, created: contractAddress ?? null, logs };
}

/** A deployment's address follows from its sender and nonce; whether it went well is seen by the code that stands there. */
async function fromTransactions(chain: ChainView, at: Hex): Promise<Mark[]> {
  const [block, logs] = await Promise.all([
    chain.ask("eth_getBlockByNumber", [at, true]) as Promise<Block | null>,
    chain.ask("eth_getLogs", [{ fromBlock: at, toBlock: at }]) as Promise<Log[]>,
  ]);
  return (block?.transactions ?? []).flatMap((one) => {
    if (typeof one === "string") return [];
    const created = one.to === null ? getContractAddress({ from: one.from, nonce: hexToBigInt(one.nonce) }) : null;
    return [{ transaction: one.hash, from: one.from, to: one.to, created, logs: logs.filter((log) => log.transactionHash === one.hash) }];
  });
}

/** Does the transaction's news name the address: as who spoke, or in a word of what was said? */
export function mentions({ logs }: Mark, address: Address): boolean {
  return speakersOf(logs, address).length > 0 || logs.some((log) => getAddress(log.address) === getAddress(address));
}

/** Who spoke of the address, itself not counted. */
export function speakersOf(logs: Mark["logs"], address: Address): Address[] {
  const word = slice(address, 0).slice(2).toLowerCase().padStart(64, "0");
  const about = logs.filter(({ topics, data }) => topics.some((topic) => topic.slice(2) === word) || wordsOf(data).includes(word));
  const speakers = about.map((log) => getAddress(log.address)).filter((speaker) => speaker !== getAddress(address));
  return [...new Set(speakers)];
}

function wordsOf(data: Hex): string[] {
  return data.slice(2).match(/.{64}/g) ?? [];
}
