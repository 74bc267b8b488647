/**
 * A tool's own word that it has no answer: the address is no contract, no pool trades the token, its
 * node is away. Never charged. `kind` says whether the input (`refused`), the backend (`unavailable`),
 * the clock (`timeout`) or too many at once (`busy`) is the cause.
 */
export class ToolRefusal extends Error {
  override readonly name = "ToolRefusal";
  readonly reason: string;
  readonly kind: "refused" | "unavailable" | "timeout" | "busy";
  readonly hint: string;
  readonly retryAfterSeconds: number | null;

  constructor(
    reason: string,
    message: string,
    options: { kind?: ToolRefusal["kind"]; hint?: string; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.reason = reason;
    this.kind = options.kind ?? "refused";
    this.hint = options.hint ?? "";
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}
