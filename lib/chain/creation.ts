import { type Address, encodeEventTopics, getAddress, type Hex, hexToBigInt, numberToHex, parseAbi, zeroAddress } from "viem";
import { type MarkedBlock, readMarks } from "./blockMarks";
import { nonceThatMade } from "./createdAddress";
import { findCreationBlock } from "./creationBlock";
import { type CreationTransaction, findCreationTransaction } from "./creationTransaction";
import type { ChainView } from "./openChain";
import { readLogs } from "./readLogs";

/** On so short a chain everything that a contract ever said may be asked for at once. */
const SHORT_CHAIN = 100_000n;
/** So many accounts are tried as the maker where nothing else tells. */
const MOST_CANDIDATES = 8;
const OWNERSHIP = parseAbi(["event OwnershipTransferred(address indexed from, address indexed to)"]);

export type Creation = {
  /** Who sent the transaction that made it. */
  creator: Address | null;
  /** The contract that made it when it was told to; null: made directly, or not known. */
  factory: Address | null;
  block: bigint | null;
  timestamp: bigint | null;
  transaction: Hex | null;
  sure: "proven" | "likely" | "unknown";
  /** What is missing, and why; null when nothing is. */
  why: string | null;
};

const UNKNOWN = { creator: null, factory: null, block: null, timestamp: null, transaction: null, sure: "unknown" } as const;
const NO_STATE = "Our node keeps no account states from so long ago";

/**
 * Who made a contract, when and by which transaction. Ten round trips at most, most of the time six. `candidates`: who
 * might have, such as its owner; they are tried where the node has forgotten the time in question.
 */
export async function findCreation(chain: ChainView, address: Address, candidates: readonly Address[] = []): Promise<Creation> {
  return chain.unreachable(find(chain, address, candidates));
}

async function find(chain: ChainView, address: Address, candidates: readonly Address[]): Promise<Creation> {
  const code = await chain.code(address);
  if (code === "0x") return { ...UNKNOWN, why: "There is no code at this address." };
  if (code.startsWith("0xef0100"))
    return { ...UNKNOWN, why: "It is a person's account that acts by a contract's code; nobody deployed it." };
  const found = await findCreationBlock(chain, address);
  if (!found.found) return withoutState(chain, address, candidates, found.since);
  if (found.block === 0n) return { ...UNKNOWN, block: 0n, why: "It was there when the chain began." };
  const block = await readMarks(chain, found.block);
  const by = block && (await findCreationTransaction(chain, address, found.block, block.marks));
  if (block && by) return told(found.block, block, by);
  const why = "The block that brought it is known, but no transaction in it tells of it.";
  return { ...UNKNOWN, block: found.block, timestamp: block?.timestamp ?? null, why };
}

function told(number: bigint, block: MarkedBlock, by: CreationTransaction): Creation {
  const why =
    by.sure === "proven" ? null : "It is the first transaction of its block that tells of the contract; which contract made it is a guess.";
  return { ...by, block: number, timestamp: block.timestamp, why };
}

/** Events outlive states on most nodes: the first one that a contract spoke is often from its making. */
async function withoutState(chain: ChainView, address: Address, candidates: readonly Address[], since: bigint): Promise<Creation> {
  const [first, maker] = await Promise.all([firstEvent(chain, address), makerAmong(chain, address, candidates)]);
  const block = first === null ? null : await readMarks(chain, first);
  const by = block && first !== null && (await findCreationTransaction(chain, address, first, block.marks));
  if (block && by && by.factory === null) return told(first, block, by);
  if (block && by) return { ...by, block: first, timestamp: block.timestamp, sure: "likely", why: `${NO_STATE}; this is its first event.` };
  const why = `${NO_STATE}; it stood there at block ${since} already.`;
  if (!maker) return { ...UNKNOWN, why };
  const factory = (await chain.code(maker)) !== "0x";
  return { ...UNKNOWN, [factory ? "factory" : "creator"]: maker, sure: "proven", why: `${why} Who made it follows from its address.` };
}

/** null: the node won't look that far, or it never spoke. */
async function firstEvent(chain: ChainView, address: Address): Promise<bigint | null> {
  const to = chain.block.number;
  // On a long chain the only cheap question is for an event that is rare.
  const topics =
    to <= SHORT_CHAIN ? [] : encodeEventTopics({ abi: OWNERSHIP, eventName: "OwnershipTransferred", args: { from: zeroAddress } });
  const [oldest] = (await readLogs(chain, { address, topics: topics as Hex[], from: 0n, to }, { order: "oldest", enough: 1, requests: 8 }))
    .logs;
  return oldest?.block ?? null;
}

async function makerAmong(chain: ChainView, address: Address, candidates: readonly Address[]): Promise<Address | null> {
  const tried = [...new Set(candidates.map((one) => getAddress(one)))].slice(0, MOST_CANDIDATES);
  const counts = await Promise.all(
    tried.map((one) => chain.ask("eth_getTransactionCount", [one, numberToHex(chain.block.number)]) as Promise<Hex>),
  );
  return tried.find((one, i) => nonceThatMade(one, address, hexToBigInt(counts[i] ?? "0x0")) !== null) ?? null;
}
