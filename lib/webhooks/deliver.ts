import "server-only";
import type { DueDelivery, Tried } from "@/db/queries/webhookQueue";
import { cleanText } from "../cleanText";
import { log } from "../log";
import { ToolRefusal } from "../tools/refusal";
import { nextTryIn, OFF_AFTER_MS } from "./backOff";
import type { Post } from "./post";
import { type SignedEvent, signed } from "./signed";

/** Longer answers and bodies are cut in the log. */
const LOGGED = 2_000;

export type DeliverParts = {
  post: Post;
  userAgent: string;
  now: () => Date;
  random?: () => number;
  /** Since when nothing has got through to an endpoint; null when something has. */
  failingSince: (endpointId: string) => Promise<Date | null>;
};

type Outcome = { status: number | null; error: string | null; answer: string; retryAfter: string | null };

/** One try of one delivery, and what follows from it. Never throws for the receiver's doing. */
export async function deliver(parts: DeliverParts, due: DueDelivery): Promise<Tried> {
  const at = parts.now();
  const sent = sign(due, at, parts.userAgent);
  const began = performance.now();
  const outcome = sent ? await send(parts.post, due.url, sent) : UNSIGNED;
  const ms = Math.round(performance.now() - began);
  const isTest = due.type === "webhook.test";
  const failed = outcome.error !== null;
  const wait = failed && !isTest ? nextTryIn(due.attempts + 1, outcome.retryAfter, at, parts.random) : null;
  const switchOff = failed && !isTest ? await whyOff(parts, due, outcome, at) : null;
  return {
    id: due.id,
    endpointId: due.endpointId,
    state: !failed ? "delivered" : wait === null || switchOff ? "given_up" : "pending",
    at,
    ms,
    status: outcome.status,
    error: outcome.error,
    dueAt: new Date(at.getTime() + (wait ?? 0)),
    url: due.url,
    requestHeaders: sent?.headers ?? {},
    requestBody: (sent?.body ?? "").slice(0, LOGGED),
    answer: cleanText(outcome.answer, LOGGED),
    switchOff,
    counts: !isTest,
  };
}

const UNSIGNED: Outcome = { status: null, error: "The endpoint's secret can't be read. Rotate it.", answer: "", retryAfter: null };

function sign(due: DueDelivery, at: Date, userAgent: string): SignedEvent | null {
  try {
    return signed(due, at, userAgent);
  } catch (error) {
    log("warn", "webhook_not_signed", { endpoint: due.endpointId, error });
    return null;
  }
}

async function send(post: Post, url: string, { headers, body }: SignedEvent): Promise<Outcome> {
  try {
    const { status, answer, retryAfter } = await post.post(url, headers, body);
    return { status, error: faultOf(status), answer, retryAfter };
  } catch (error) {
    if (!(error instanceof ToolRefusal)) log("warn", "webhook_failed", { error });
    const words = error instanceof ToolRefusal ? error.message : "It could not be sent.";
    return { status: null, error: cleanText(words, 200), answer: "", retryAfter: null };
  }
}

function faultOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return `It answered ${status}, a redirect: those are not followed.`;
  return `It answered ${status}.`;
}

async function whyOff({ failingSince }: DeliverParts, due: DueDelivery, { status, error }: Outcome, at: Date): Promise<string | null> {
  if (status === 410) return "It answered 410: gone for good.";
  const since = await failingSince(due.endpointId);
  if (!since || at.getTime() - since.getTime() < OFF_AFTER_MS) return null;
  return `Nothing got through for a day. The last time: ${error}`;
}
