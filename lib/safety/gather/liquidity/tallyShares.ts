import { type Address, getAddress, type Hex, hexToBigInt, isAddressEqual, size, slice, zeroAddress } from "viem";
import type { ChainLog } from "@/lib/chain/chainLog";

/** What came in less what went out, from whom it came, and in which transactions. */
export type Got = { net: bigint; givers: Set<Address>; txs: Set<Hex> };

/** Who has how many of a pair's shares by its own logs. */
export function tallyShares(pair: Address, logs: readonly ChainLog[]): Map<Address, Got> {
  const got = new Map<Address, Got>();
  const of = (address: Address) => {
    const known = got.get(address) ?? { net: 0n, givers: new Set<Address>(), txs: new Set<Hex>() };
    got.set(address, known);
    return known;
  };
  for (const { topics, data, tx } of logs) {
    const [, from, to] = topics;
    if (!from || !to || size(data) !== 32) continue;
    const [giver, taker] = [getAddress(slice(from, 12)), getAddress(slice(to, 12))];
    const value = hexToBigInt(data);
    // New shares come from nobody, who had none.
    if (giver !== zeroAddress) of(giver).net -= value;
    // Shares that are cashed in go from the pair to nobody, and are no more; others may give theirs to nobody, who keeps them.
    if (taker === zeroAddress && isAddressEqual(giver, pair)) continue;
    const taking = of(taker);
    taking.net += value;
    taking.givers.add(giver);
    taking.txs.add(tx);
  }
  return got;
}
