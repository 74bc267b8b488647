import "server-only";
import { connection } from "@/db/client";
import { findOpenClaim } from "@/db/queries/claims";
import type { HttpAnswer } from "@/lib/http";
import type { Tool } from "@/lib/tools/define";
import { newCall } from "./call";
import { authorizationKey } from "./claimRow";
import type { Decoded } from "./decode";
import type { ReadInput } from "./input";
import { ledger } from "./ledger";
import { replay } from "./replay";
import { requirementsFor } from "./requirements";
import type { RequestFacts } from "./types";

/**
 * What this very payment, by its signature, got for this very request before: its time may have ended since, its price
 * have changed, and the tool be out of order. What was paid for is still given. Null where the payment is new here.
 */
export async function givenBefore(tool: Tool, facts: RequestFacts, read: ReadInput, decoded: Decoded): Promise<HttpAnswer | null> {
  if (decoded.kind !== "payment" || read.kind === "empty") return null;
  const { payment } = decoded;
  const requirements = { ...requirementsFor(tool.definition), amount: payment.authorization.value.toString() };
  const call = newCall({ tool, requirements, resource: facts.resource, method: facts.method }, facts, payment, read.value);
  const open = await ledger(() => findOpenClaim(connection().sql, authorizationKey(call)));
  if (!open || open.signature !== payment.signature || open.fingerprint !== call.fingerprint) return null;
  return replay(call, open.id);
}
