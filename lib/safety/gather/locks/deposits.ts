import { type Address, getAddress, type Hex, hexToBigInt, isAddress, isAddressEqual, isHex, size, slice } from "viem";
import type { ChainView } from "@/lib/chain/openChain";

/** What came along with a deposit: who sent it, and the words that it said or that the lock answered in its logs. */
export type Deposits = { senders: Address[]; words: bigint[] };

const MOST_WORDS = 24;

export async function readDeposits(chain: ChainView, holder: Address, hashes: readonly Hex[]): Promise<Deposits> {
  const ask = (method: string, hash: Hex) => chain.unreachable(chain.ask(method, [hash])) as Promise<Record<string, unknown> | null>;
  const both = await Promise.all(
    hashes.map((hash) => Promise.all([ask("eth_getTransactionByHash", hash), ask("eth_getTransactionReceipt", hash)])),
  );
  const senders = both.flatMap(([sent]) =>
    typeof sent?.from === "string" && isAddress(sent.from, { strict: false }) ? [getAddress(sent.from)] : [],
  );
  const words = both.flatMap(([sent, receipt]) => [...inInput(sent?.input), ...inLogs(receipt?.logs, holder)]);
  return { senders: [...new Set(senders)], words: [...new Set(words)].slice(0, MOST_WORDS) };
}

function inInput(input: unknown): bigint[] {
  return isHex(input) && size(input) > 4 ? wordsOf(slice(input, 4)) : [];
}

function inLogs(logs: unknown, holder: Address): bigint[] {
  if (!Array.isArray(logs)) return [];
  return logs
    .filter((log) => isAddress(log?.address, { strict: false }) && isAddressEqual(log.address, holder))
    .flatMap((log) => [...(log.topics as Hex[]).slice(1).map((topic) => hexToBigInt(topic)), ...wordsOf(log.data as Hex)]);
}

function wordsOf(data: Hex): bigint[] {
  const count = Math.min(Math.floor(size(data) / 32), MOST_WORDS);
  return Array.from({ length: count }, (_, i) => hexToBigInt(slice(data, i * 32, i * 32 + 32)));
}
