import { readTarget } from "@/lib/web/target";
import { unusable } from "./refusals";

/** Longer ones are refused by most servers. */
const LONGEST = 8_000;

/** Where a call goes: the listing's own address, the path below it, its own query before the call's. */
export function addressOf(upstream: string, path: string, query: readonly [string, string][]): URL {
  const base = readTarget(upstream);
  const below = base.pathname.replace(/\/$/, "");
  const url = new URL(`${base.origin}${below}${path}`);
  // The path was checked where it was made: what still leads elsewhere must not be asked.
  if (url.origin !== base.origin || !url.pathname.startsWith(`${below}/`) || url.search || url.hash)
    throw unusable("The path leads out of the seller's API.");
  url.search = [base.search.slice(1), ...query.map(pair)].filter(Boolean).join("&");
  if (url.href.length > LONGEST) throw unusable(`The address of this call is longer than ${LONGEST} characters.`);
  return url;
}

/** A space as %20: everybody reads that, and not everybody a plus. */
export function pair([name, value]: readonly [string, string]): string {
  return `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
}
