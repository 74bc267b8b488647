import { type Address, getAddress, type Hex, isAddress } from "viem";
import type { ChainView } from "./openChain";

/** Who sent each of these transactions: whoever signed it, not the router in between. One batch; null where the node does not tell. */
export async function readSenders(chain: Pick<ChainView, "ask">, hashes: readonly Hex[]): Promise<(hash: Hex) => Address | null> {
  const senders = new Map<Hex, Address>();
  await Promise.all(
    [...new Set(hashes)].map(async (hash) => {
      const found = (await chain.ask("eth_getTransactionByHash", [hash]).catch(() => null)) as { from?: string } | null;
      if (found?.from && isAddress(found.from, { strict: false })) senders.set(hash, getAddress(found.from));
    }),
  );
  return (hash) => senders.get(hash) ?? null;
}
