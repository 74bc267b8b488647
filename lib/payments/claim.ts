import "server-only";
import { db } from "@/db/client";
import { findOpenClaim, insertClaim, type OpenClaim } from "@/db/queries/claims";
import { CoinslotError } from "@/lib/errors";
import { toInt8, toStored } from "@/lib/settlement/item";
import type { PaidCall } from "./call";
import { checkFunds } from "./funds";
import { ledger } from "./ledger";
import type { ReasonCode } from "./reasons";

export type Claimed =
  | { kind: "claimed" }
  /** The same payment came before, for the same request: its answer is this one's too. */
  | { kind: "copy"; id: string }
  /** The chain says that this payment can't be made, or it was used for another request. */
  | { kind: "refused"; reason: ReasonCode };

/**
 * Claims the authorization for this request before the tool runs: one atomic insert, unique on network,
 * asset, payer and nonce, true across processes. Funds are read from the chain beside the look for a copy.
 */
export async function claim(call: PaidCall): Promise<Claimed> {
  const { payment, terms } = call;
  const [open, funds] = await Promise.all([
    ledger(() => findOpenClaim(db(), authorizationKey(call))),
    // A copy is answered from the ledger, even when the chain is away: keep its error until it matters.
    checkFunds(payment, terms.requirements).catch((error: unknown) => ({ error })),
  ]);
  if (open) return decideCopy(call, open);
  if ("error" in funds) throw funds.error;
  if (!funds.ok) return { kind: "refused", reason: funds.reason };
  if (await ledger(() => insertClaim(db(), newRow(call)))) return { kind: "claimed" };
  const winner = await ledger(() => findOpenClaim(db(), authorizationKey(call)));
  // Gone again at once: the first copy was released while this one looked. Its payer may try again.
  return winner ? decideCopy(call, winner) : { kind: "refused", reason: "unexpected_settle_error" };
}

function decideCopy(call: PaidCall, open: OpenClaim): Claimed {
  if (open.fingerprint === call.fingerprint) return { kind: "copy", id: open.id };
  if (open.state === "settled") return { kind: "refused", reason: "invalid_exact_evm_nonce_already_used" };
  throw new CoinslotError("payment_in_use", undefined, {
    hint: "Wait for the first request to finish, or sign a new payment for this one.",
    retryAfterSeconds: 2,
  });
}

function authorizationKey({ payment, terms }: PaidCall) {
  const { network, asset } = terms.requirements;
  const { from, nonce } = payment.authorization;
  return { network, asset: asset.toLowerCase(), payer: from.toLowerCase(), nonce };
}

function newRow(call: PaidCall) {
  const { payment, terms, facts } = call;
  const { validBefore, value } = payment.authorization;
  return {
    id: call.id,
    tool: terms.tool.definition.slug,
    seller: terms.tool.definition.seller.handle,
    payTo: terms.requirements.payTo.toLowerCase(),
    ...authorizationKey(call),
    amount: value,
    validBefore: toInt8(validBefore),
    authorization: toStored(payment.authorization),
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
