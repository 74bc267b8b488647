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
export async function sendersOf(chain: ChainView, logs: readonly ChainLog[], creation: Hex | null): Promise<Sent> {
  const rare = logs.filter(({ topics: [first] }) => first !== TOPICS.transfer && first !== TOPICS.approval);
  const told = [...rare, ...logs.slice(0, MOST)].map((log) => log.tx);
  const hashes = [...new Set([...(creation ? [creation] : []), ...told])].slice(0, MOST);
  const found = await Promise.all(hashes.map((hash) => chain.unreachable(chain.ask("eth_getTransactionByHash", [hash]))));
  const all = found as ({ from?: unknown; input?: unknown } | null)[];
  const named = new Set(all.flatMap((one, i) => (isHex(one?.input) ? addressesNamed(one.input, hashes[i] === creation) : [])));
  return {
    senders: all.flatMap((one) => (typeof one?.from === "string" && isAddress(one.from, { strict: false }) ? [getAddress(one.from)] : [])),
    named: [...named].slice(0, MOST_NAMED),
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
