import { Resolver } from "node:dns/promises";
import { isIP } from "node:net";

/** All addresses of a name; none when there is no such name. Rejects when nobody could be asked. */
export type Resolve = (host: string) => Promise<string[]>;

/**
 * Asks the name servers themselves, not the system's library: that one would block a thread for every slow name,
 * and would also find names of this machine's own network.
 */
export const askNameServers: Resolve = async (host) => {
  if (isIP(host)) return [host];
  if (/(^|\.)localhost\.?$/.test(host)) return ["127.0.0.1", "::1"];
  const resolver = new Resolver({ timeout: 1_500, tries: 2 });
  const [v4, v6] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const found = [v4, v6].flatMap((asked) => (asked.status === "fulfilled" ? asked.value : []));
  if (found.length > 0) return found;
  for (const asked of [v4, v6]) if (asked.status === "rejected" && !isNoSuchName(asked.reason)) throw asked.reason;
  return [];
};

function isNoSuchName(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === "ENOTFOUND" || code === "ENODATA";
}

const MOST_NAMES = 1_000;

/** Remembers for a moment, so that counting and connecting need one question only. */
export function rememberNames(resolve: Resolve, keptMs: number, now: () => number = Date.now): Resolve {
  const known = new Map<string, { at: number; addresses: Promise<string[]> }>();
  return (host) => {
    const kept = known.get(host);
    if (kept && now() - kept.at < keptMs) return kept.addresses;
    known.delete(host);
    if (known.size >= MOST_NAMES) known.delete(known.keys().next().value ?? "");
    const addresses = resolve(host);
    known.set(host, { at: now(), addresses });
    addresses.catch(() => known.delete(host));
    return addresses;
  };
}
