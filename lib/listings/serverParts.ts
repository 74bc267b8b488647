import "server-only";
import type { ListingRow } from "@/db/queries/listings";
import { type ListingPolicy, USUAL_POLICY } from "@/lib/gateway/types";
import type { FromEndpoint, FromSpec } from "./fields";
import { readSecret } from "./readSecret";
import { readUpstream } from "./readUpstream";
import { newSigningKey } from "./signingKey";

type ServerParts = Pick<ListingRow, "upstream" | "policy" | "secret" | "signingKey">;

/** Where the calls go, by what rules and with which keys. `key`: of the signature, to be shown once. */
export async function serverParts(id: string, given: FromSpec | FromEndpoint): Promise<{ parts: ServerParts; key: string }> {
  const upstream = await readUpstream(given.upstream);
  const secret = given.secret ? readSecret(id, given.secret) : null;
  const { key, sealed } = newSigningKey(id);
  const policy: ListingPolicy = { ...USUAL_POLICY, ...defined(given.policy ?? {}), auth: secret?.auth ?? null };
  return { parts: { upstream, policy, secret: secret?.sealed ?? null, signingKey: sealed }, key };
}

/** Without what was left out. */
export function defined<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
