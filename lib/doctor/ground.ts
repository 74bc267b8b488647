import "server-only";
import { chainClient } from "../chainClient";
import { env } from "../env";
import { guardedAgent } from "../web/agent";
import { botUserAgent } from "../web/botName";
import { guardOf } from "../web/guard";
import { ownOrigins as putUpHere } from "../web/ownOrigins";
import { askNameServers, rememberNames } from "../web/resolve";
import { SITE_LIMITS, type TurnCounts, turnCounts, USUAL_LIMITS } from "../web/turns";
import type { Ground } from "./ask";
import { DOCTOR_LIMITS } from "./limits";

/** Turns of its own: whoever examines a host here for nothing takes none from those who pay to have it asked. */
const KEY = Symbol.for("coinslot.doctor.turns");
type Holder = { [KEY]?: TurnCounts };

let opened: Ground | undefined;

/** The doctor's way out of this process: the public internet, and of this machine only what the market has put up itself. */
export function doctorGround(): Ground {
  opened ??= open();
  return opened;
}

function open(): Ground {
  const holder = globalThis as Holder;
  holder[KEY] ??= turnCounts({ ...USUAL_LIMITS, site: { ...SITE_LIMITS, burst: DOCTOR_LIMITS.siteBurst } });
  const { local, publicUrl } = env();
  const localOrigins = ownOrigins();
  const guard = guardOf({ resolve: rememberNames(askNameServers, 10_000), localOrigins, allowLocal: local?.allowLocalFetch ?? false });
  return {
    agent: guardedAgent({ guard }),
    guard,
    turns: holder[KEY],
    isOwn: (url) => local !== null && localOrigins.has(url.origin),
    userAgent: botUserAgent(publicUrl),
    // The local chain goes by a public one's name: what strangers sell for real is not on it.
    chainOf: (caip2, url) => (local && caip2 === env().network && !localOrigins.has(url.origin) ? null : chainClient(caip2)),
  };
}

/**
 * Never from a request: whoever may name the host that a request came to could have any port of this machine asked.
 * On a real network it is the public address alone, on the local chain also the port that the market listens on.
 */
function ownOrigins(): Set<string> {
  const { local, publicUrl } = env();
  const origins = publicUrl ? [new URL(publicUrl).origin] : [];
  if (!local) return new Set(origins);
  const loopback = local.port ? ["127.0.0.1", "localhost", "[::1]"].map((host) => `http://${host}:${local.port}`) : [];
  return new Set([...origins, ...loopback, ...putUpHere()]);
}
