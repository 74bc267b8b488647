import { CoinslotError } from "./errors";
import { log } from "./log";

/** What a handler gives back; adapters turn it into the framework's response. */
export type HttpAnswer = { status: number; headers: Record<string, string>; body: Uint8Array | string | ReadableStream<Uint8Array> | null };

/** Answers are made for one caller at one moment. */
const NO_STORE = { "cache-control": "no-store" };

export function jsonAnswer(status: number, value: unknown, headers: Record<string, string> = {}): HttpAnswer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...NO_STORE, ...headers },
    body: JSON.stringify(value),
  };
}

/** The one place where an error becomes a response: ours as it is, everything else as `internal_error`. */
export function errorAnswer(error: unknown, extra: Record<string, unknown> = {}): HttpAnswer {
  if (!CoinslotError.is(error)) log("error", "unexpected_error", { error });
  const known = CoinslotError.is(error)
    ? error
    : new CoinslotError("internal_error", undefined, { hint: "Try again; if it stays, tell us the time." });
  if (known.cause !== undefined) log("warn", known.code, { error: known.cause, reason: known.options.reason });
  const retry = known.options.retryAfterSeconds ?? (known.status === 503 || known.status === 409 || known.status === 429 ? 2 : null);
  return jsonAnswer(known.status, { ...known.toJSON(), ...extra }, retry === null ? {} : { "retry-after": String(retry) });
}

/** HTTP has no room for a body after these. */
const BODILESS = new Set([204, 205, 304]);

export function toResponse(answer: HttpAnswer): Response {
  const body = BODILESS.has(answer.status)
    ? null
    : answer.body instanceof Uint8Array
      ? new Blob([new Uint8Array(answer.body)])
      : answer.body;
  return new Response(body, { status: answer.status, headers: answer.headers });
}

export function errorResponse(error: unknown, headers: Record<string, string> = {}): Response {
  const answer = errorAnswer(error);
  return toResponse({ ...answer, headers: { ...answer.headers, ...headers } });
}

/** Runs a small JSON handler; whatever it throws becomes a coded error. */
export async function respond(handler: () => Promise<unknown>, headers: Record<string, string> = {}): Promise<Response> {
  try {
    return toResponse(jsonAnswer(200, await handler(), headers));
  } catch (error) {
    return errorResponse(error, headers);
  }
}
