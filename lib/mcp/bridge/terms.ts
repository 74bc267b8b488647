import { type Address, getAddress, isAddress, isAddressEqual } from "viem";
import { findNetwork, type Network, paymentNetwork } from "@/lib/chains";
import { formatUsd } from "@/lib/money";
import { isRecord } from "@/lib/payments/wire";
import { Refusal } from "./refusal";
import type { Terms } from "./types";

/** An authorization is never good for longer than this. */
const MOST_SECONDS = 600;

/** What a tool costs as the market lists it; `from`: the least. */
export type ListedPrice = { amount: bigint; network: Network; from: boolean };

/** The entry of a 402 that can be paid, or why none can. Asset and domain are ours to know: the market's word for them is only compared. */
export function readTerms(required: Record<string, unknown>, network: Network): Terms {
  const entries = Array.isArray(required.accepts) ? required.accepts.filter(isRecord).slice(0, 50) : [];
  const entry = entries.find((e) => e.scheme === "exact" && findNetwork(e.network)?.network === network);
  if (!entry) throw changed(`It names no exact payment on ${network}.`);
  const known = paymentNetwork(network);
  const { asset, payTo, amount, maxTimeoutSeconds } = entry;
  if (typeof asset !== "string" || !isAddress(asset, { strict: false }) || !isAddressEqual(asset as Address, known.asset.address)) {
    throw changed(`It asks for another token than USDC on ${known.name}.`);
  }
  if (typeof payTo !== "string" || !isAddress(payTo, { strict: false })) throw changed("Its payee is no address.");
  if (typeof amount !== "string" || !/^\d{1,20}$/.test(amount)) throw changed("Its amount is no amount.");
  const seconds = typeof maxTimeoutSeconds === "number" && maxTimeoutSeconds > 0 ? Math.min(maxTimeoutSeconds, MOST_SECONDS) : 120;
  return { network: known, amount: BigInt(amount), payTo: getAddress(payTo.toLowerCase()), maxTimeoutSeconds: Math.ceil(seconds) };
}

/** Does the 402 ask for what the list said? */
export function checkPrice({ amount }: Terms, listed: ListedPrice): void {
  if (listed.from ? amount >= listed.amount : amount === listed.amount) return;
  throw changed(`It costs ${formatUsd(amount)} now, and the list says ${listed.from ? "from " : ""}${formatUsd(listed.amount)}.`);
}

/** A market's tool is paid to whom it was paid before; somebody new is for the bridge's owner to accept. */
export function checkPayee(known: Address | undefined, { payTo }: Terms, accepted: readonly Address[]): void {
  if (known === undefined || isAddressEqual(known, payTo) || accepted.some((a) => isAddressEqual(a, payTo))) return;
  throw new Refusal(
    "terms_refused",
    `It is to be paid to ${payTo}, and was paid to ${known} before.`,
    `If that is right, whoever runs the bridge starts it with --accept-payee ${payTo}`,
  );
}

/** Over an open wire anybody could put their own terms into the market's mouth. */
export function checkWire(url: URL, { network }: Terms): void {
  const loopback = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(url.hostname);
  if (url.protocol === "https:" || loopback || network.testnet) return;
  throw new Refusal("terms_refused", "Real money is not paid over plain http.", "Use the market's https address.");
}

function changed(what: string): Refusal {
  return new Refusal("terms_refused", what, "Ask quote for the price, or list the tools again.");
}
