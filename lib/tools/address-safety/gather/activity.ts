import { type Address, type Hex, hexToBigInt, numberToHex } from "viem";
import { askPast, firstBlockWhere } from "@/lib/chain/firstBlockWhere";
import type { ChainView } from "@/lib/chain/openChain";
import type { Activity, Moment } from "../facts";

/** When the account first and last sent something, by its count at past blocks. */
export async function readActivity(chain: ChainView, address: Address): Promise<Activity> {
  const top = chain.block.number;
  const sent = hexToBigInt((await chain.ask("eth_getTransactionCount", [address, numberToHex(top)])) as Hex);
  if (sent === 0n) return { first: null, last: null, why: null };
  const since = (count: bigint) =>
    firstBlockWhere(top, (block) => askPast(chain, "eth_getTransactionCount", address, block, (then) => hexToBigInt(then) >= count));
  const [first, last] = await Promise.all([since(1n), since(sent)]);
  const [from, to] = await Promise.all([momentOf(chain, first), momentOf(chain, last)]);
  const why = from && to ? null : "Our node keeps no account states from so long ago.";
  return { first: from, last: to, why };
}

async function momentOf(chain: ChainView, found: { found: true; block: bigint } | { found: false }): Promise<Moment | null> {
  if (!found.found) return null;
  const header = (await chain.ask("eth_getBlockByNumber", [numberToHex(found.block), false])) as { timestamp?: Hex } | null;
  return { block: found.block, at: header?.timestamp ? hexToBigInt(header.timestamp) : null };
}
