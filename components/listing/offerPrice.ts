import type { X402Offer } from "@/db/schema/listings";
import { isNetwork, paymentNetwork } from "@/lib/chains";
import { formatUsd } from "@/lib/money";

/** What an endpoint asks for, in words: dollars where it is USDC that is known here, units of its asset else. */
export function offerPrice({ network, asset, amount }: Pick<X402Offer, "network" | "asset" | "amount">): string {
  const known = isNetwork(network) && paymentNetwork(network).asset.address.toLowerCase() === asset.toLowerCase();
  return known && /^\d{1,20}$/.test(amount) ? formatUsd(BigInt(amount)) : `${amount} units`;
}
