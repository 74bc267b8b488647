/** One JSON line an event on stderr. Give it ids and codes, never secrets, bodies or signatures. */
export function log(level: "info" | "warn" | "error", event: string, fields: Record<string, unknown> = {}): void {
  const { error, ...rest } = fields;
  const cause = error instanceof Error ? { error: error.message, stack: error.stack } : error === undefined ? {} : { error: String(error) };
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...rest, ...cause })}\n`);
}
