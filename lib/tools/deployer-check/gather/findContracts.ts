import {
  type Address,
  encodeFunctionData,
  getContractAddress,
  type Hex,
  hexToBigInt,
  numberToHex,
  pad,
  parseAbi,
  size,
  toEventSelector,
} from "viem";
import { addressWord } from "@/lib/chain/addressWord";
import type { ChainLog } from "@/lib/chain/chainLog";
import { wordAddress } from "@/lib/chain/logWords";
import type { ChainView } from "@/lib/chain/openChain";
import { readLogs } from "@/lib/chain/readLogs";

const TRANSFER = toEventSelector("Transfer(address,address,uint256)");
const OWNERSHIP = toEventSelector("OwnershipTransferred(address,address)");
const NOBODY = pad("0x");
/** So many of the deployer's newest transactions are looked at for deployments. */
const MOST_NONCES = 300n;
const MOST_CONTRACTS = 60;
const MOST_NAMED = 40;
const BOUNDS = { enough: 1_000, requests: 48, withinMs: 5_000 } as const;
/** Whoever gets less of a token at its first minting is one of many. */
const MAKERS_SHARE = 5n;

const READS = parseAbi([
  "function totalSupply() view returns (uint256)",
  "function decimals() view returns (uint8)",
  "function token0() view returns (address)",
  "function token1() view returns (address)",
  "function owner() view returns (address)",
]);

export type Found = {
  address: Address;
  nonce: bigint | null;
  is: "token" | "pool" | "contract";
  owner: Address | null;
  codeThere: boolean;
  /** The first minting or naming of the deployer. */
  first: ChainLog | null;
};

export type FoundContracts = { found: Found[]; leftOut: number; skippedNonces: bigint; logsComplete: boolean };

/** What the deployer made, by the addresses that follow from its nonces, and by tokens whose first event names it. Two batches. */
export async function findContracts(chain: ChainView, deployer: Address, sent: bigint): Promise<FoundContracts> {
  const from = sent > MOST_NONCES ? sent - MOST_NONCES : 0n;
  const nonces = Array.from({ length: Number(sent - from) }, (_, i) => sent - 1n - BigInt(i));
  const topics = [[TRANSFER, OWNERSHIP], NOBODY, pad(deployer).toLowerCase() as Hex];
  const [made, read] = await Promise.all([
    Promise.all(nonces.map((nonce) => madeWith(chain, deployer, nonce))),
    chain.unreachable(readLogs(chain, { topics, from: 0n, to: chain.block.number }, BOUNDS)),
  ]);
  const first = firstLogs(read.logs);
  const own = made.filter((one) => one !== null);
  const named = [...first].filter(([address]) => !own.some((one) => one.address === address));
  const shown = own.slice(0, MOST_CONTRACTS);
  const looked = await Promise.all([
    ...shown.map(({ address, nonce }) => lookAt(chain, address, nonce, first.get(address) ?? null)),
    ...named.slice(0, MOST_NAMED).map(([address, log]) => lookAt(chain, address, null, log)),
  ]);
  return {
    found: looked.filter((one) => one !== null),
    leftOut: own.length - shown.length + Math.max(0, named.length - MOST_NAMED),
    skippedNonces: from,
    logsComplete: read.complete,
  };
}

/** Contracts count from 1, so that their count says whether one was made here; null: none. */
async function madeWith(chain: ChainView, deployer: Address, nonce: bigint): Promise<{ address: Address; nonce: bigint } | null> {
  const address = getContractAddress({ from: deployer, nonce });
  const count = await chain.unreachable(chain.ask("eth_getTransactionCount", [address, numberToHex(chain.block.number)]));
  return hexToBigInt(count as Hex) > 0n ? { address, nonce } : null;
}

/** The oldest of each token; items of collections have another shape. */
function firstLogs(logs: readonly ChainLog[]): Map<Address, ChainLog> {
  const plain = logs.filter(({ topics, data }) => topics.length === 3 && size(data) === (topics[0] === TRANSFER ? 32 : 0));
  return new Map(plain.map((log) => [wordAddress(log.address), log]));
}

async function lookAt(chain: ChainView, address: Address, nonce: bigint | null, first: ChainLog | null): Promise<Found | null> {
  const read = (functionName: (typeof READS)[number]["name"]) => chain.read(address, encodeFunctionData({ abi: READS, functionName }));
  const [code, supply, decimals, token0, token1, owner] = await Promise.all([
    chain.code(address),
    read("totalSupply"),
    read("decimals"),
    read("token0"),
    read("token1"),
    read("owner"),
  ]);
  const [whole, places] = [numberIn(supply), numberIn(decimals)];
  const isPool = addressWord(token0) !== null && addressWord(token1) !== null;
  const is = isPool ? "pool" : whole !== null && places !== null ? "token" : "contract";
  const found = { address, nonce, is, owner: addressWord(owner), codeThere: code !== "0x", first } as const;
  if (nonce !== null) return found;
  return isMakers(found, whole) ? { ...found, is: "token" } : null;
}

/** A token that the deployer did not make itself is its own when it was named owner first, or got a good part of all. */
function isMakers({ is, first, codeThere }: Pick<Found, "is" | "first" | "codeThere">, supply: bigint | null): boolean {
  if (is === "pool" || first === null) return false;
  if (first.topics[0] === OWNERSHIP || !codeThere) return true;
  return is === "token" && supply !== null && hexToBigInt(first.data) * MAKERS_SHARE >= supply && supply > 0n;
}

function numberIn(data: Hex | null): bigint | null {
  return data !== null && size(data) === 32 ? hexToBigInt(data) : null;
}
