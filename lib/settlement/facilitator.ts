import "server-only";
import type postgres from "postgres";
import type { PublicClient } from "viem";
import { recordFailed, recordSettled } from "@/db/queries/outcomes";
import { recordHandedOver } from "@/db/queries/submissions";
import { log } from "@/lib/log";
import { isReason, REASONS, type ReasonCode } from "@/lib/payments/reasons";
import type { Requirements } from "@/lib/payments/types";
import { isRecord } from "@/lib/payments/wire";
import { findEvidence } from "./evidence";
import type { Outcome, SettlementItem, Submit } from "./types";

export type RemoteOptions = {
  url: string;
  sql: postgres.Sql;
  client: PublicClient;
  requirementsOf: (item: SettlementItem) => Requirements;
  timeoutMs: number;
};

/**
 * What a facilitator finds before it sends anything. Whatever else it calls a failure may be a transaction that is
 * still on its way: only the chain can say that it is not.
 */
const FINAL = new Set<ReasonCode>([
  "insufficient_funds",
  "invalid_network",
  "invalid_payload",
  "invalid_payment_requirements",
  "invalid_x402_version",
  "unsupported_scheme",
  "invalid_exact_evm_payload_signature",
  "invalid_exact_evm_payload_recipient_mismatch",
  "invalid_exact_evm_payload_authorization_value_mismatch",
  "invalid_exact_evm_payload_authorization_valid_after",
  "invalid_exact_evm_payload_authorization_valid_before",
]);

/** A facilitator's word is not enough: settled is what the chain shows. Settles by a remote one, one `POST /settle` a payment (x402 v2, "Facilitator interface"). */
export function facilitatorSubmitter(options: RemoteOptions): Submit {
  return async (items) => {
    const outcomes = Promise.all(items.map(async (item): Promise<[string, Outcome]> => [item.id, await settleOne(options, item)]));
    return { outcomes: outcomes.then((known) => new Map(known)) };
  };
}

async function settleOne(options: RemoteOptions, item: SettlementItem): Promise<Outcome> {
  const requirements = options.requirementsOf(item);
  // Written first: after this, only the chain may say that the money did not move.
  if (!(await recordHandedOver(options.sql, [item], options.url)).has(item.id))
    return { state: "unsent", cause: new Error("the claim was lost") };
  try {
    const receipt = await callSettle(options, item, requirements);
    const seen = await lookFor(options, item, requirements, receipt.success === true ? PATIENCE_MS : 0);
    if (seen.state === "settled") {
      await recordSettled(options.sql, [{ id: item.id, ...seen }], true);
      return seen;
    }
    if (seen.state === "void") return await fail(options.sql, item, "invalid_exact_evm_nonce_already_used");
    const { success, errorReason } = receipt;
    return !success && isReason(errorReason) && FINAL.has(errorReason) ? await fail(options.sql, item, errorReason) : { state: "unknown" };
  } catch (error) {
    log("warn", "facilitator_silent", { payment: item.id, error });
    return { state: "unknown" };
  }
}

/** Our own node may be a block behind the facilitator's. */
const PATIENCE_MS = 8_000;

async function lookFor({ client }: RemoteOptions, item: SettlementItem, { asset }: Requirements, patienceMs: number) {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const seen = await findEvidence(client, asset, item);
    if (seen.state === "settled" || seen.state === "void" || Date.now() >= deadline) return seen;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function callSettle(
  { url, timeoutMs }: RemoteOptions,
  item: SettlementItem,
  requirements: Requirements,
): Promise<Record<string, unknown>> {
  const { authorization: a, signature } = item;
  const authorization = { ...a, value: a.value.toString(), validAfter: a.validAfter.toString(), validBefore: a.validBefore.toString() };
  const paymentPayload = { x402Version: 2, accepted: requirements, payload: { signature, authorization } };
  const response = await fetch(`${url}/settle`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ x402Version: 2, paymentPayload, paymentRequirements: requirements }),
    signal: AbortSignal.timeout(timeoutMs),
    redirect: "error",
  });
  const body: unknown = await response.json();
  if (!isRecord(body) || typeof body.success !== "boolean") throw new Error(`facilitator answered ${response.status} without a receipt`);
  return body;
}

async function fail(sql: postgres.Sql, { id }: SettlementItem, reason: ReasonCode): Promise<Outcome> {
  const failed = await recordFailed(
    sql,
    id,
    { state: "sent", transaction: null },
    { reason, message: REASONS[reason].message, fault: true },
  );
  return failed ? { state: "failed", reason } : { state: "unknown" };
}
