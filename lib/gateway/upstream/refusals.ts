import { CoinslotError } from "@/lib/errors";
import { ToolRefusal } from "@/lib/tools/refusal";
import { refusalOf } from "@/lib/web/failure";

const NAME = "The seller's API";
const NOT_CHARGED = "Nothing was charged.";

/** What went wrong on the way, told without the upstream's address: the cause stays with us. */
export function wireRefusal(error: unknown, signal: AbortSignal): ToolRefusal | CoinslotError {
  if (CoinslotError.is(error)) return error;
  if (error instanceof ToolRefusal && OWN.has(error.reason)) return error;
  if (signal.aborted) return tooLate();
  const known = refusalOf(error, NAME, signal);
  const { code = "" } = error as { code?: string };
  if (UNREADABLE.test(code))
    return new ToolRefusal("upstream_error", known.message, { kind: "unavailable", hint: NOT_CHARGED, cause: error });
  // What the guard says of an address is between the seller and the market.
  const message = error instanceof ToolRefusal ? guardWords(error) : known.message;
  return new ToolRefusal("upstream_unreachable", message, {
    kind: "unavailable",
    hint: `${NOT_CHARGED} Try again in a while.`,
    cause: error,
  });
}

/** It was reached, but what it sent is no proper HTTP, or no proper packing. */
const UNREADABLE = /^(HPE_|Z_|ERR__?ZSTD|ERR_?_?BROTLI|ZSTD|BROTLI|UND_ERR_(HEADERS_OVERFLOW|RES_CONTENT_LENGTH_MISMATCH))/;

function guardWords({ reason, message }: ToolRefusal): string {
  if (reason === "address_not_allowed" || reason === "bad_url") return `${NAME} is at an address that this market does not ask.`;
  return /no host of that name|could not be looked up/.test(message) ? `${NAME} can't be found by its name.` : `${NAME} can't be reached.`;
}

export function tooLate(): ToolRefusal {
  return new ToolRefusal("upstream_timeout", `${NAME} did not answer in time.`, { kind: "timeout", hint: NOT_CHARGED });
}

export function tooLarge(bytes: number): ToolRefusal {
  return new ToolRefusal("upstream_too_large", `${NAME} answered with more than ${bytes} bytes, which is the most that is given on.`, {
    kind: "unavailable",
    hint: NOT_CHARGED,
  });
}

export function redirects(why: string): ToolRefusal {
  return new ToolRefusal("upstream_redirects", `${NAME} ${why}`, { kind: "unavailable", hint: NOT_CHARGED });
}

export function broken(status: number): ToolRefusal {
  return new ToolRefusal("upstream_error", `${NAME} answered ${status}.`, {
    kind: "unavailable",
    hint: `${NOT_CHARGED} Try again in a while.`,
  });
}

export function oddPacking(): ToolRefusal {
  return new ToolRefusal("upstream_error", `${NAME} packed its answer in a way that can't be undone here.`, {
    kind: "unavailable",
    hint: NOT_CHARGED,
  });
}

export function keyRefused(status: number, hasKey: boolean): ToolRefusal {
  const why = hasKey ? "the seller's key was refused" : "it wants a key, and the seller has left none here";
  return new ToolRefusal("upstream_key_refused", `${NAME} answered ${status}: ${why}.`, {
    kind: "unavailable",
    hint: `${NOT_CHARGED} Only the seller can mend this.`,
  });
}

/** `said`: the upstream's own words, clean and short, or empty. */
export function refusedBy(status: number, said: string): ToolRefusal {
  const words = said ? `Upstream said: ${said}` : `${NOT_CHARGED} Look at the input again.`;
  return new ToolRefusal("upstream_refused", `${NAME} refused the request with ${status}.`, { hint: words });
}

export function limited(retryAfterSeconds: number): ToolRefusal {
  return new ToolRefusal("upstream_busy", `${NAME} takes no more calls at the moment.`, {
    kind: "busy",
    retryAfterSeconds,
    hint: NOT_CHARGED,
  });
}

export function unusable(why: string): ToolRefusal {
  return new ToolRefusal("upstream_unusable", why, { kind: "unavailable", hint: `${NOT_CHARGED} Only the seller can mend this.` });
}

/** The answer is not what the listing promises. */
export function badAnswer(why: string): CoinslotError {
  return new CoinslotError("tool_failed", `${NAME}'s answer is not what it promises: ${why}`, { reason: "bad_answer", hint: NOT_CHARGED });
}

const OWN = new Set([
  "upstream_timeout",
  "upstream_too_large",
  "upstream_redirects",
  "upstream_error",
  "upstream_key_refused",
  "upstream_refused",
  "upstream_busy",
  "upstream_unusable",
]);
