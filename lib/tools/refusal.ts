/**
 * A tool's own word that it has no answer: the address is no contract, no pool trades the token, its
 * node is away. Never charged. `kind` says whether the input (`refused`), the backend (`unavailable`)
 * or the clock (`timeout`) is the cause.
 */
export class ToolRefusal extends Error {
  override readonly name = "ToolRefusal";
  readonly reason: string;
  readonly kind: "refused" | "unavailable" | "timeout";
  readonly hint: string;

  constructor(reason: string, message: string, options: { kind?: ToolRefusal["kind"]; hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.reason = reason;
    this.kind = options.kind ?? "refused";
    this.hint = options.hint ?? "";
  }
}
