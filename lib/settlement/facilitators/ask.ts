import "server-only";
import { type Hex, isHex } from "viem";
import { isRecord } from "@/lib/payments/wire";
import type { SettlementItem } from "../types";
import { authHeaders } from "./authHeaders";
import type { Facilitator, Remote } from "./types";

/** What a facilitator said. `silent`: nothing that can be read as a receipt, so it may have done anything. */
export type Told = { kind: "receipt"; success: boolean; reason: string | null; transaction: Hex | null } | { kind: "silent"; why: unknown };

const MAX_RECEIPT_BYTES = 64 * 1024;

/** `POST /settle` (x402 v2, "Facilitator interface"). Never throws: no answer is an answer, too. */
export async function ask(remote: Remote, { url, credential }: Facilitator, item: SettlementItem): Promise<Told> {
  try {
    const to = `${url}/settle`;
    const response = await fetch(to, {
      method: "POST",
      headers: { "content-type": "application/json", ...authHeaders(credential, "POST", to) },
      body: bodyFor(remote, item),
      signal: AbortSignal.timeout(remote.timeoutMs),
      // Elsewhere the credential would be anybody's.
      redirect: "error",
    });
    const body = response.status < 500 ? readReceipt(await readText(response)) : null;
    return body ?? { kind: "silent", why: `status ${response.status} without a receipt` };
  } catch (why) {
    return { kind: "silent", why };
  }
}

function bodyFor(remote: Remote, item: SettlementItem): string {
  const { authorization: a, signature } = item;
  const requirements = remote.requirementsOf(item);
  const authorization = { ...a, value: a.value.toString(), validAfter: a.validAfter.toString(), validBefore: a.validBefore.toString() };
  const paymentPayload = { x402Version: 2, accepted: requirements, payload: { signature, authorization } };
  return JSON.stringify({ x402Version: 2, paymentPayload, paymentRequirements: requirements });
}

/** What comes unpacked is counted: a length header says nothing of it. */
async function readText({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of body ?? []) {
    total += chunk.byteLength;
    if (total > MAX_RECEIPT_BYTES) throw new Error(`a receipt of more than ${MAX_RECEIPT_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function readReceipt(text: string): Told | null {
  const body: unknown = JSON.parse(text);
  if (!isRecord(body) || typeof body.success !== "boolean") return null;
  const { success, errorReason, transaction } = body;
  return {
    kind: "receipt",
    success,
    reason: typeof errorReason === "string" ? errorReason.slice(0, 100) : null,
    transaction: isHex(transaction) && transaction.length === 66 ? transaction : null,
  };
}
