import "server-only";
import type { Dispatcher } from "undici";
import { env } from "@/lib/env";
import { guardedAgent } from "@/lib/web/agent";
import { type GuardRules, guardOf } from "@/lib/web/guard";
import { ownOrigins } from "@/lib/web/ownOrigins";
import { askNameServers, rememberNames } from "@/lib/web/resolve";

/** As many connections to an upstream as a listing may have calls. */
const CONNECTIONS = 64;
const NAMES_KEPT_MS = 10_000;

const KEY = Symbol.for("coinslot.upstreamAgent");
type Holder = { [KEY]?: Dispatcher };

/** The connections of this process to sellers' APIs: each goes to an address that was checked in the same breath. */
export function upstreamAgent(): Dispatcher {
  const holder = globalThis as Holder;
  holder[KEY] ??= agentFor({
    resolve: askNameServers,
    localOrigins: ownOrigins(),
    allowLocal: env().local?.allowLocalFetch ?? false,
  });
  return holder[KEY];
}

/** `ca`: trusted beside the well-known certificates. */
export function agentFor({ ca, ...rules }: GuardRules & { ca?: string }): Dispatcher {
  const guard = guardOf({ ...rules, resolve: rememberNames(rules.resolve, NAMES_KEPT_MS) });
  return guardedAgent({ guard, connections: CONNECTIONS, ...(ca ? { ca } : {}) });
}
