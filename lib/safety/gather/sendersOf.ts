import { type Address, getAddress, isAddress } from "viem";
import type { ChainLog } from "@/lib/chain/chainLog";
import type { ChainView } from "@/lib/chain/openChain";
import { TOPICS } from "./logNames";

const MOST = 20;

/** Who sent the transactions of the token's rarer events, and its first ones. */
export async function sendersOf(chain: ChainView, logs: readonly ChainLog[]): Promise<Address[]> {
  const rare = logs.filter(({ topics: [first] }) => first !== TOPICS.transfer && first !== TOPICS.approval);
  const hashes = [...new Set([...rare, ...logs.slice(0, MOST)].map((log) => log.tx))].slice(0, MOST);
  const senders = await Promise.all(
    hashes.map(async (hash) => {
      const found = (await chain.unreachable(chain.ask("eth_getTransactionByHash", [hash]))) as { from?: unknown } | null;
      return typeof found?.from === "string" && isAddress(found.from, { strict: false }) ? getAddress(found.from) : null;
    }),
  );
  return senders.filter((sender) => sender !== null);
}
