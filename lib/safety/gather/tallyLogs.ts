import { type Address, getAddress, type Hex, hexToBigInt, size, slice } from "viem";
import type { ChainLog } from "@/lib/chain/chainLog";
import { TOPICS } from "./logNames";

/** Smaller words are amounts and numbers; no address is that small. */
const LEAST_ADDRESS = 1n << 96n;
const MOST_WORDS = 8;
/** Whoever is named beside transfers and approvals is likelier to be on a list, or to have a role. */
const SPECIAL = 50;

export type Tally = {
  /** What came in less what went out, by the logs. */
  net: Map<Address, bigint>;
  /** From whom each one got some. */
  sources: Map<Address, Set<Address>>;
  /** How much each address stands out in the logs. */
  weight: Map<Address, number>;
};

/** What the token's own logs say: untrue where the token lies, so balances are read before anything is concluded. */
export function tallyLogs(logs: readonly ChainLog[]): Tally {
  const tally: Tally = { net: new Map(), sources: new Map(), weight: new Map() };
  for (const log of logs) {
    const [first, ...rest] = log.topics;
    const usual = first === TOPICS.transfer || first === TOPICS.approval;
    if (first === TOPICS.transfer) addTransfer(tally, rest, log.data);
    const words = usual ? rest : [...rest, ...wordsOf(log.data)];
    for (const address of words.map(asAddress)) {
      if (address) tally.weight.set(address, (tally.weight.get(address) ?? 0) + (usual ? 1 : SPECIAL));
    }
  }
  return tally;
}

export function noteSender(tally: Tally, address: Address): void {
  tally.weight.set(address, (tally.weight.get(address) ?? 0) + SPECIAL);
}

function addTransfer({ net, sources }: Tally, [from, to]: readonly Hex[], data: Hex): void {
  if (!from || !to || size(data) !== 32) return;
  const value = hexToBigInt(data);
  const [giver, taker] = [getAddress(slice(from, 12)), getAddress(slice(to, 12))];
  net.set(giver, (net.get(giver) ?? 0n) - value);
  net.set(taker, (net.get(taker) ?? 0n) + value);
  sources.set(taker, (sources.get(taker) ?? new Set()).add(giver));
}

function wordsOf(data: Hex): Hex[] {
  const count = Math.min(Math.floor(size(data) / 32), MOST_WORDS);
  return Array.from({ length: count }, (_, i) => slice(data, i * 32, i * 32 + 32));
}

function asAddress(word: Hex): Address | null {
  const value = hexToBigInt(word);
  return value >= LEAST_ADDRESS && value < 1n << 160n ? getAddress(slice(word, 12)) : null;
}
