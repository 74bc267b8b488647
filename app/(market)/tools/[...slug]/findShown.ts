import "server-only";
import { findOnShelf } from "@/lib/shelf/findOnShelf";
import { listedOnShelf } from "@/lib/shelf/listedOnShelf";
import type { Tool } from "@/lib/tools/define";

export type Shown = { kind: "tool"; tool: Tool } | { kind: "listing"; operations: [Tool, ...Tool[]] };

/** What an address below `/tools/` shows: a tool by slug or code, or a seller's listing. */
export async function findShown(wanted: string): Promise<Shown | null> {
  const tool = await findOnShelf(wanted);
  if (tool) return { kind: "tool", tool };
  const [handle, listing, ...more] = wanted.toLowerCase().split("/");
  if (!handle || !listing || more.length > 0) return null;
  const [first, ...rest] = await listedOnShelf(handle, listing);
  return first ? { kind: "listing", operations: [first, ...rest] } : null;
}
