import { type Address, getAddress, type Hex, hexToBytes, isAddress, isHex } from "viem";
import type { ChainLog } from "@/lib/chain/chainLog";
import type { ChainView } from "@/lib/chain/openChain";
import { addressHex, isAddressLike } from "../lab/bytes";
import { wordOf } from "../lab/preimages";
import { TOPICS } from "./logNames";

const MOST = 20;
const MOST_NAMED = 24;
/** Of a creation's data: the arguments stand at its end. */
const TAIL_BYTES = 1_024;

/** `named`: addresses that stand in what was sent, such as a constructor's arguments: they may be on lists that no event tells of. */
export type Sent = { senders: Address[]; named: Address[] };

/** Who sent the transactions of the token's rarer events, its first ones and its creation, and whom they named. */
export async function sendersOf(chain: ChainView, logs: readonly ChainLog[], made: Promise<{ transaction: Hex | null }>): Promise<Sent> {
  const rare = logs.filter(({ topics: [first] }) => first !== TOPICS.transfer && first !== TOPICS.approval);
  const told = [...new Set([...rare, ...logs.slice(0, MOST)].map((log) => log.tx))].slice(0, MOST);
  const first = await Promise.all(told.map((hash) => transaction(chain, hash)));
  const { transaction: creation } = await made;
  // It is nearly always among the first that logged anything.
  const unasked = creation !== null && !told.includes(creation) ? [await transaction(chain, creation)] : [];
  const all = [...unasked, ...first];
  const named = new Set(all.flatMap(({ hash, input, to }) => (input ? addressesNamed(input, to === null || hash === creation) : [])));
  return { senders: all.flatMap(({ from }) => from ?? []), named: [...named].slice(0, MOST_NAMED) };
}

type Transaction = { hash: Hex; from: Address | null; to: unknown; input: Hex | null };

async function transaction(chain: ChainView, hash: Hex): Promise<Transaction> {
  const found = (await chain.unreachable(chain.ask("eth_getTransactionByHash", [hash]))) as Record<string, unknown> | null;
  const { from, to, input } = found ?? {};
  return {
    hash,
    from: typeof from === "string" && isAddress(from, { strict: false }) ? getAddress(from) : null,
    to,
    input: isHex(input) ? input : null,
  };
}

/** Whole words that look like addresses: behind a function's four bytes, or at the end of a creation. */
function addressesNamed(input: Hex, creation: boolean): Address[] {
  const all = hexToBytes(input);
  const data = creation
    ? all.subarray(Math.max(0, all.length - TAIL_BYTES) + ((all.length - Math.max(0, all.length - TAIL_BYTES)) % 32))
    : all.subarray(4);
  const words = Array.from({ length: Math.floor(data.length / 32) }, (_, i) => wordOf(data, i));
  return words.filter(isAddressLike).map(addressHex);
}
