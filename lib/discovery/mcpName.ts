const MOST_LETTERS = 64;

/** A tool's slug as MCP takes names: `chat/completions` → `chat_completions`. */
export function mcpName(slug: string): string {
  return slug.replace(/[^a-zA-Z0-9_-]/g, "_").slice(0, MOST_LETTERS);
}
