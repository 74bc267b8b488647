import { CoinslotError } from "../errors";

/** What it doesn't find and what belongs to somebody else look the same. */
export function notHere(what: "endpoint" | "delivery"): CoinslotError {
  return new CoinslotError("not_found", `There is no ${what} of this id among yours.`, { hint: "Look at /dashboard/webhooks." });
}

/** A delivery's id in an address; throws `not_found` for what can be none. */
export function deliveryId(text: string): bigint {
  if (!/^[1-9]\d{0,17}$/.test(text)) throw notHere("delivery");
  return BigInt(text);
}

/** An endpoint's id in an address; throws `not_found` for what can be none. */
export function endpointId(text: string): string {
  if (!/^whe_[0-9a-f]{24}$/.test(text)) throw notHere("endpoint");
  return text;
}
