import "server-only";
import { connection } from "@/db/client";
import { FAULTS, findOpenClaim, type OpenClaim } from "@/db/queries/claims";
import { CoinslotError } from "@/lib/errors";
import { engine } from "@/lib/settlement/engine";
import type { InspectedItem } from "@/lib/settlement/inspectItem";
import type { WalletSignature } from "@/lib/settlement/types";
import { admit } from "./admit";
import type { PaidCall } from "./call";
import { authorizationKey, insertClaim, newRow } from "./claimRow";
import { inspect } from "./inspect";
import { isKnownPayer } from "./knownPayers";
import { ledger } from "./ledger";
import type { ReasonCode } from "./reasons";
import { giveUp } from "./release";

export type Claimed =
  /** `checkedAt`: when the chain was asked. */
  | { kind: "claimed"; checkedAt: number; wallet?: WalletSignature | undefined }
  /** The same payment came before, or another under the same name, for the same request: its answer is this one's too. */
  | { kind: "copy"; id: string }
  /** The chain says that this payment can't be made, or it was used for another request. */
  | { kind: "refused"; reason: ReasonCode };

/**
 * Claims the authorization for this request before the tool runs: one atomic insert, unique on network, asset, payer and
 * nonce, true across processes. Of a payer who was good for it before, the chain is asked meanwhile; of everybody else
 * before, so that what can't be paid leaves no trace in the ledger.
 */
export async function claim(call: PaidCall, byKey: boolean): Promise<Claimed> {
  if (engine().gas() === "empty") throw closed();
  const named = call.payment.identifier && byKey ? await look(call) : null;
  if (named) return decideCopy(call, named);
  return byKey && isKnownPayer(call) ? claimMeanwhile(call, byKey) : claimAfterwards(call, byKey);
}

async function claimAfterwards(call: PaidCall, byKey: boolean): Promise<Claimed> {
  const checkedAt = Date.now();
  // A copy is answered from the ledger, even when the chain is away: keep its error until it matters.
  const seen = await inspect(call.payment, byKey).catch((error: unknown) => ({ ok: false as const, error }));
  if (!seen.ok) {
    const open = await look(call);
    // A key's signature is proof by itself. Of a contract's, the very same one that was good the first time is.
    if (open && (byKey || open.signature === call.payment.signature)) return decideCopy(call, open);
    if ("error" in seen) throw seen.error;
    return { kind: "refused", reason: seen.reason };
  }
  const won = await insert(call);
  return won.kind === "won" ? admitted(call, seen, checkedAt) : won;
}

async function claimMeanwhile(call: PaidCall, byKey: boolean): Promise<Claimed> {
  const checkedAt = Date.now();
  const [won, seen] = await Promise.all([
    insert(call),
    inspect(call.payment, byKey).catch((error: unknown) => ({ ok: false as const, error })),
  ]);
  if (won.kind !== "won") return won;
  if (seen.ok) return admitted(call, seen, checkedAt);
  const reason = "error" in seen ? "chain_unavailable" : seen.reason;
  await giveUp(call, reason);
  if ("error" in seen) throw seen.error;
  return { kind: "refused", reason: seen.reason };
}

/** The money is there, but it may be promised already to the payer's other calls. */
async function admitted(call: PaidCall, seen: InspectedItem & { ok: true }, checkedAt: number): Promise<Claimed> {
  const enough = await admit(call, seen.balance).catch(async (error: unknown) => {
    await giveUp(call, "chain_unavailable");
    throw error;
  });
  if (enough) return { kind: "claimed", checkedAt, wallet: seen.wallet };
  await giveUp(call, "insufficient_funds");
  return { kind: "refused", reason: "insufficient_funds" };
}

async function insert(call: PaidCall): Promise<{ kind: "won" } | Claimed> {
  const result = await ledger(() => insertClaim(newRow(call)));
  if (result === "won") return { kind: "won" };
  // Another request with the same payment may have come between two looks, though its payer was slowed since.
  const winner = await look(call);
  if (winner) return decideCopy(call, winner);
  if (result === "slowed") throw payerSlowed();
  // Gone again at once: the first copy was released while this one looked. Its payer may try again.
  return { kind: "refused", reason: "unexpected_settle_error" };
}

function look(call: PaidCall): Promise<OpenClaim | null> {
  return ledger(() => findOpenClaim(connection().sql, authorizationKey(call)));
}

export function decideCopy(call: PaidCall, open: Pick<OpenClaim, "id" | "fingerprint" | "state">): Claimed {
  if (open.fingerprint === call.fingerprint) return { kind: "copy", id: open.id };
  const named = call.payment.identifier !== null;
  if (open.state === "settled" && !named) return { kind: "refused", reason: "invalid_exact_evm_nonce_already_used" };
  throw new CoinslotError("payment_in_use", undefined, {
    hint: named
      ? "This payment, or its payment-identifier, belongs to another request; use a new identifier with a new payment."
      : "Wait for the first request to finish, or sign a new payment for this one.",
    retryAfterSeconds: 2,
  });
}

/** Whose payments keep failing costs gas, whoever they are for. */
export function payerSlowed(): CoinslotError {
  return new CoinslotError(
    "payer_slowed",
    `${FAULTS.most} payments of this wallet failed on the chain within ${FAULTS.seconds / 60} minutes.`,
    {
      hint: "Nothing was charged. Wait, make sure that the wallet keeps its USDC until a call is settled, and try again.",
      retryAfterSeconds: 60,
    },
  );
}

function closed(): CoinslotError {
  return new CoinslotError("settlement_unavailable", undefined, {
    hint: "Nothing was charged. Send the same request with the same payment again later.",
    retryAfterSeconds: 30,
  });
}
