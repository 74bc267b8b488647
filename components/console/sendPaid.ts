import type { CallTarget } from "@/lib/discovery/callRequest";
import { askTool } from "./askTool";
import type { LedgerPayment, PaidReply, StepTimes } from "./callTypes";
import { readChatStream } from "./chatStream";
import { readReply } from "./rawReply";

/** The same request with the signed payment; `onPart` hears an answer that streams as it grows. Safe to repeat: one payment is one call, however often it is sent. */
export async function sendPaid(
  target: CallTarget,
  input: Record<string, unknown>,
  header: string,
  onPart?: (soFar: PaidReply) => void,
): Promise<PaidReply> {
  const started = performance.now();
  const response = await askTool(target, input, header);
  const replyOf = (body: unknown): PaidReply => ({
    status: response.status,
    body,
    ms: performance.now() - started,
    paymentId: response.headers.get("X-Payment-Id"),
    receipt: response.headers.get("PAYMENT-RESPONSE"),
    timing: serverTimes(response.headers.get("Server-Timing")),
  });
  if (!target.shape && response.body && response.headers.get("content-type")?.startsWith("text/event-stream")) {
    return replyOf(await readChatStream(response.body, (soFar) => onPart?.(replyOf(soFar))));
  }
  return replyOf(await readReply(response));
}

/** The ledger's word on a payment; null while it knows none, or while it can't be asked. */
export async function readPayment(by: { id: string } | { payer: string; nonce: string }): Promise<LedgerPayment | null> {
  const path = "id" in by ? `/api/payments/${by.id}` : `/api/payments?payer=${by.payer}&nonce=${by.nonce}`;
  try {
    const response = await fetch(path, { cache: "no-store" });
    return response.ok ? ((await response.json()) as LedgerPayment) : null;
  } catch {
    return null;
  }
}

/** `verify;dur=2.7, run;dur=391.0` → `{verify: 2.7, run: 391}`. */
export function serverTimes(header: string | null): StepTimes {
  const times: StepTimes = {};
  for (const part of header?.split(",") ?? []) {
    const [name = "", duration = ""] = part.trim().split(";dur=");
    if ((name === "verify" || name === "run" || name === "settle") && Number.isFinite(Number(duration))) times[name] = Number(duration);
  }
  return times;
}
