import { mcpName } from "@/lib/discovery/mcpName";
import type { ToolDefinition } from "@/lib/tools/define";

/** Names of the tools that every door has, paid or not. */
export const FREE_NAMES = ["search_tools", "quote", "payment_status", "call_tool", "spending"] as const;

const MOST_LETTERS = 64;

/** The names of these tools, by code. Of two that would have the same one, the later gets its code behind it. */
export function nameTools(definitions: readonly Pick<ToolDefinition, "slug" | "code">[]): Map<string, string> {
  const taken = new Set<string>(FREE_NAMES);
  const names = new Map<string, string>();
  for (const { slug, code } of definitions) {
    const plain = mcpName(slug, code);
    const name = taken.has(plain) ? `${mcpName(slug).slice(0, MOST_LETTERS - 1 - code.length)}_${code}` : plain;
    taken.add(name);
    names.set(code, name);
  }
  return names;
}
