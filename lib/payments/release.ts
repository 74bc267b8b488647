import "server-only";
import { connection } from "@/db/client";
import { type ReleasedFrom, releaseClaim } from "@/db/queries/release";
import type { CoinslotError } from "@/lib/errors";
import { errorAnswer, type HttpAnswer } from "@/lib/http";
import { log } from "@/lib/log";
import { type ClaimedCall, type PaidCall, serverTiming } from "./call";
import { forgetPayer } from "./knownPayers";
import { isReason, REASONS } from "./reasons";
import { pending } from "./receipts";

/** How long copies of a released payment are told the same. */
const TOLD_SECONDS = 60;

/**
 * There is no answer, or no way to the chain: nothing is settled, the authorization is free again. That is said
 * only if it is so: a payment that may be in the queue, in a ledger that doesn't say so, may yet settle.
 */
export async function release(call: PaidCall, error: CoinslotError, from: ReleasedFrom[] = ["claimed", "running"]): Promise<HttpAnswer> {
  const answer = errorAnswer(error, { charged: false, payment: call.id });
  // A tool may quote what it read somewhere; Postgres takes no NUL byte in a text.
  const why = { reason: error.options.reason ?? error.code, message: error.message.replaceAll("\u0000", "") };
  const stored = {
    status: answer.status,
    contentType: answer.headers["content-type"] ?? "application/json",
    body: Buffer.from(String(answer.body)),
  };
  const released = await quietly(call.id, () =>
    releaseClaim(connection().sql, { id: call.id, from, ...why, answer: stored, keepSeconds: TOLD_SECONDS }),
  );
  if (!released && from.includes("queued")) return pending(call, call.id);
  return { ...answer, headers: { ...answer.headers, "X-Payment-Id": call.id, "Server-Timing": serverTiming(call) } };
}

/** The claim was made, and the chain says no: the tool never ran. */
export async function giveUp(call: ClaimedCall, code: string): Promise<void> {
  forgetPayer(call);
  const message = isReason(code) ? REASONS[code].message : "The chain can't be reached.";
  const body = Buffer.from(JSON.stringify({ error: code, message, charged: false, payment: call.id }));
  const answer = { status: isReason(code) ? 402 : 503, contentType: "application/json; charset=utf-8", body };
  const release = { id: call.id, from: ["claimed"] as const, reason: code, message, answer, keepSeconds: TOLD_SECONDS };
  await quietly(call.id, () => releaseClaim(connection().sql, release));
}

/** The chain is the truth: a ledger that is away now is set right by the upkeep. */
async function quietly<T>(id: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    log("error", "ledger_behind", { payment: id, error });
    return undefined;
  }
}
