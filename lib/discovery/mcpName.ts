const MOST_LETTERS = 64;

/** A tool's slug as MCP takes names: `chat/completions` → `chat_completions`. One that is too long ends with its code. */
export function mcpName(slug: string, code?: string): string {
  const plain = slug.replace(/[^a-zA-Z0-9_-]/g, "_");
  if (plain.length <= MOST_LETTERS || !code) return plain.slice(0, MOST_LETTERS);
  return `${plain.slice(0, MOST_LETTERS - 1 - code.length)}_${code}`;
}
