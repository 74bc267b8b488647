import "server-only";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import type { PrivateKeyAccount } from "viem";
import { isRecord } from "@/lib/payments/wire";
import { toResult } from "../toResult";
import type { Pending } from "./book";
import { hasEnded } from "./budget";
import type { Remote } from "./remote";
import { proveAnswer } from "./sign";

export type Resolved =
  /** It was paid; `result` is null where its answer is no longer kept. */
  | { kind: "paid"; payment: string; transaction: string | null; result: CallToolResult | null }
  /** Nothing was charged, and by this payment nothing ever will be. */
  | { kind: "free" }
  /** Nothing was charged; it could still be used. */
  | { kind: "released" }
  /** The market has not had it, or not yet. */
  | { kind: "never_came" }
  | { kind: "open" };

/** What became of a payment whose answer did not come: the market's ledger knows, and keeps the answer for its payer. */
export async function resolve(remote: Remote, account: PrivateKeyAccount, entry: Pending): Promise<Resolved> {
  const { nonce } = entry.authorization;
  const { structuredContent: told = {} } = await remote.call("payment_status", { payer: account.address, nonce });
  if (told.error === "not_found") return { kind: hasEnded(entry) ? "free" : "never_came" };
  const { id, state, transaction } = told;
  if (typeof id !== "string") return { kind: "open" };
  if (state === "failed") return { kind: "free" };
  if (state === "released") return { kind: hasEnded(entry) ? "free" : "released" };
  if (state !== "settled") return { kind: "open" };
  const result = await keptAnswer(remote, account, id);
  return { kind: "paid", payment: id, transaction: typeof transaction === "string" ? transaction : null, result };
}

async function keptAnswer(remote: Remote, account: PrivateKeyAccount, payment: string): Promise<CallToolResult | null> {
  const { structuredContent } = await remote.call("payment_status", { payment, proof: await proveAnswer(account, payment) });
  const answer = structuredContent?.answer;
  if (!isRecord(answer) || typeof answer.body !== "string" || answer.status !== 200) return null;
  return toResult({ status: 200, headers: { "X-Payment-Id": payment }, body: answer.body }, "", 2);
}
