import "server-only";
import type { Tool } from "./define";
import { tokenSafety } from "./token-safety/tool";

/** Every tool with its schema and its run, by slug. Pages and machine doors read it; routes import their own tool. */
const registry: Record<string, Tool> = { [tokenSafety.definition.slug]: tokenSafety };

export function findTool(slug: string): Tool | null {
  return Object.hasOwn(registry, slug) ? (registry[slug] ?? null) : null;
}
