/** One JSON line an event on stderr. Give it ids and codes, never secrets, bodies or signatures. */
export function log(level: "info" | "warn" | "error", event: string, fields: Record<string, unknown> = {}): void {
  const { error, ...rest } = fields;
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...rest, ...wordsOf(error) })}\n`);
}

/** Clients of chains and databases quote the whole request in their messages, signatures and all: only what they say of it is kept. */
function wordsOf(error: unknown): Record<string, unknown> {
  if (error === undefined) return {};
  if (!(error instanceof Error)) return { error: String(error) };
  const { shortMessage, details } = error as { shortMessage?: unknown; details?: unknown };
  if (typeof shortMessage === "string") return { error: [shortMessage, details].filter((t) => typeof t === "string").join(" ") };
  const message = error.message.split("\nparams:")[0]?.slice(0, 500);
  return {
    error: message,
    stack: error.stack
      ?.split("\n")
      .filter((line) => line.startsWith("    at "))
      .slice(0, 12)
      .join("\n"),
  };
}
