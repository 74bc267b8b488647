import type { Address, Hex } from "viem";
import { MULTICALL3 } from "@/lib/chains";
import { encodeAggregate } from "./aggregate";
import { transferCall } from "./transferCall";
import type { SettlementItem } from "./types";

export type BatchCall = { to: Address; data: Hex; gas: bigint };

/** What a payment may use at the most: payee's and nonce's first writes included. Given, never estimated. */
const GAS_ALONE = 150_000n;
const GAS_OF_BATCH = 60_000n;
const GAS_EACH = 75_000n;

/**
 * A single payment goes straight to USDC (86,000 gas, where a batch of one takes 93,500); several share one `aggregate3`
 * (44,000 to 47,000 each). A smart wallet that isn't there yet is put up by its factory first.
 */
export function batchCall(items: SettlementItem[], usdc: Address): BatchCall {
  const [only] = items;
  if (only && items.length === 1) {
    const { wallet } = only;
    const gas = wallet?.gas ?? GAS_ALONE;
    if (!wallet?.factory) return { to: usdc, data: transferCall(only), gas };
    const deploy = { target: wallet.factory.address, data: wallet.factory.data };
    return { to: MULTICALL3, data: encodeAggregate([deploy, { target: usdc, data: transferCall(only) }]), gas };
  }
  const data = encodeAggregate(items.map((item) => ({ target: usdc, data: transferCall(item) })));
  return { to: MULTICALL3, data, gas: GAS_OF_BATCH + GAS_EACH * BigInt(items.length) };
}
