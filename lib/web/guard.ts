import { addressKind } from "./address";
import { badUrl, notAllowed, portNotAllowed, unreachable } from "./refusals";
import type { Resolve } from "./resolve";
import { hostOf, portOf } from "./target";

/** Where the web is served; what else listens on a machine (mail, databases) is not for strangers to poke. */
const WEB_PORTS = new Set([80, 443, 8000, 8008, 8080, 8081, 8443, 8888]);

/** More than anybody needs, and the most that is tried. */
const MOST_ADDRESSES = 64;

export type GuardRules = {
  resolve: Resolve;
  /** Origins that may be asked although they are on this machine: exactly these. */
  localOrigins: ReadonlySet<string>;
  /** Everything on this machine and its network may be asked. */
  allowLocal: boolean;
};

type Target = { protocol: string; hostname: string; port: string };

/**
 * The addresses behind a target, every one of them checked; refuses where a single one is not public. Whoever
 * connects must connect to one of these, and to nothing that was looked up elsewhere.
 */
export type Guard = (target: Target) => Promise<string[]>;

export function guardOf({ resolve, localOrigins, allowLocal }: GuardRules): Guard {
  return async (target) => {
    const host = hostOf(target);
    const port = portOf(target);
    const found = await lookUp(resolve, host);
    const kinds = new Set(found.map(addressKind));
    if (kinds.has("never")) throw notAllowed(host);
    if (kinds.has("local")) {
      if (allowLocal || localOrigins.has(originOf(target))) return found;
      throw notAllowed(host);
    }
    if (!WEB_PORTS.has(port)) throw portNotAllowed(port);
    return found;
  };
}

function originOf({ protocol, hostname, port }: Target): string {
  return new URL(`${protocol}//${hostname}${port ? `:${port}` : ""}`).origin;
}

async function lookUp(resolve: Resolve, host: string): Promise<string[]> {
  const found = await resolve(host).catch((cause: unknown) => {
    throw unreachable("The name of the host could not be looked up.", cause);
  });
  if (found.length === 0) throw unreachable("There is no host of that name.");
  if (found.length > MOST_ADDRESSES) throw badUrl("The host has too many addresses.");
  return found;
}
