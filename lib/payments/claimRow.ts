import "server-only";
import { connection } from "@/db/client";
import { type ClaimResult, insertClaims, type NewClaim } from "@/db/queries/claims";
import { batcher } from "@/lib/settlement/batcher";
import { LEASE_SECONDS } from "@/lib/settlement/leases";
import type { PaidCall } from "./call";

const KEY = Symbol.for("coinslot.claims");
type Holder = { [KEY]?: (claim: NewClaim) => Promise<ClaimResult> };

/** One insert for all that come at the same time; on `globalThis`, since Next gives routes copies of a module. */
export function insertClaim(claim: NewClaim): Promise<ClaimResult> {
  const holder = globalThis as Holder;
  holder[KEY] ??= batcher((claims) => insertClaims(connection().sql, claims, LEASE_SECONDS), 200);
  return holder[KEY](claim);
}

export function authorizationKey({ payment, terms }: PaidCall) {
  const { network, asset } = terms.requirements;
  const { from, nonce } = payment.authorization;
  return { network, asset: asset.toLowerCase(), payer: from.toLowerCase(), nonce, identifier: payment.identifier };
}

export function newRow(call: PaidCall): NewClaim {
  const { payment, terms, facts } = call;
  const { validAfter, validBefore, value } = payment.authorization;
  return {
    ...authorizationKey(call),
    id: call.id,
    tool: terms.tool.definition.slug,
    seller: terms.tool.definition.seller.handle,
    account: (terms.tool.definition.account ?? terms.requirements.payTo).toLowerCase(),
    payTo: terms.requirements.payTo.toLowerCase(),
    amount: value,
    validAfter,
    validBefore,
    signature: payment.signature,
    fingerprint: call.fingerprint,
    x402Version: payment.x402Version,
    client: clientName(facts.headers),
    receivedAt: facts.receivedAt,
    verifiedAt: new Date(),
  };
}

/** The client's own name, printable and short; it is shown to the seller. */
function clientName(headers: Headers): string | null {
  const name = headers
    .get("user-agent")
    ?.replace(/[^\x20-\x7e]/g, "")
    .trim()
    .slice(0, 120);
  return name || null;
}
