/**
 * Every refusal that leaves the server as an error, in one table: what it is, which HTTP status it
 * gets, and whether asking again later may help. Payment refusals (402) have reason codes of their
 * own, set by the protocol: see `lib/payments/reasons.ts`.
 */
export const ERRORS = {
  invalid_input: { status: 400, title: "The input does not fit the tool's schema." },
  invalid_json: { status: 400, title: "The body is not valid JSON." },
  invalid_payment_header: { status: 400, title: "The payment header could not be read." },
  body_too_large: { status: 413, title: "The body is larger than this route reads." },
  unsupported_media_type: { status: 415, title: "The body's content type is not JSON." },
  unauthorized: { status: 401, title: "You are not signed in, or your key is not known here." },
  forbidden_origin: { status: 403, title: "The request came from another site." },
  sign_in_refused: { status: 401, title: "The sign-in message was not accepted." },
  signature_refused: { status: 401, title: "The signature was not accepted." },
  not_found: { status: 404, title: "There is nothing at this address." },
  method_not_allowed: { status: 405, title: "This address does not take this method." },
  payment_in_use: { status: 409, title: "This payment is being used for another request." },
  answer_expired: { status: 410, title: "The answer to this payment is no longer kept." },
  listing_off: { status: 410, title: "This tool is not sold here any more." },
  tool_refused: { status: 422, title: "The tool has no answer for this input." },
  payer_slowed: { status: 429, title: "Payments of this wallet failed on the chain lately, so it has to wait." },
  tool_busy: { status: 429, title: "Too many calls of this kind are under way." },
  rate_limited: { status: 429, title: "Too many requests." },
  internal_error: { status: 500, title: "Something broke on our side." },
  answer_broken: { status: 502, title: "The answer broke off after it was paid for, and nothing of it was kept." },
  secret_unreadable: { status: 503, title: "A secret that is kept here can't be read." },
  tool_failed: { status: 502, title: "The tool broke before it had an answer." },
  tool_unavailable: { status: 503, title: "The tool's backend is not available." },
  chain_unavailable: { status: 503, title: "The chain can't be reached." },
  settlement_unavailable: { status: 503, title: "Payments can't be settled at the moment." },
  ledger_unavailable: { status: 503, title: "The ledger can't be reached." },
  tool_timeout: { status: 504, title: "The tool did not answer in time." },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof ERRORS;

export type FieldFault = { field: string; message: string };

export type ErrorOptions = {
  /** The way to mend it, in one plain sentence. */
  hint?: string;
  /** A finer code that the tool or step gives, such as `not_a_contract`. */
  reason?: string;
  fields?: FieldFault[];
  retryAfterSeconds?: number;
  cause?: unknown;
};

/** The one error that may reach a client as it is; anything else becomes `internal_error`. */
export class CoinslotError extends Error {
  override readonly name = "CoinslotError";
  readonly code: ErrorCode;
  readonly options: ErrorOptions;

  constructor(code: ErrorCode, message?: string, options: ErrorOptions = {}) {
    super(message ?? ERRORS[code].title, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.options = options;
  }

  /** By name and not by `instanceof`: Next may load this module more than once in a process. */
  static is(error: unknown): error is CoinslotError {
    return error instanceof Error && error.name === "CoinslotError";
  }

  get status(): number {
    return ERRORS[this.code].status;
  }

  /** What the client reads; the cause stays on the server. */
  toJSON(): Record<string, unknown> {
    const { hint, reason, fields } = this.options;
    return {
      error: this.code,
      ...(reason ? { reason } : {}),
      message: this.message,
      ...(hint ? { hint } : {}),
      ...(fields ? { fields } : {}),
      docs: `/docs/errors#${this.code}`,
    };
  }
}
