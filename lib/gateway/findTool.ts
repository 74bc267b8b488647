import "server-only";
import type { Tool } from "@/lib/tools/define";
import { findTool } from "@/lib/tools/registry";
import { findListing } from "./findListing";

/** A tool by its slug, the market's own or a seller's; a seller's also when it is sold no more, and says so (`unavailable`). */
export async function findAnyTool(slug: string): Promise<Tool | null> {
  const own = findTool(slug);
  if (own) return own;
  const [handle, name, operation, ...rest] = slug.split("/");
  if (!handle || !name || !operation || rest.length > 0) return null;
  const listing = await findListing(handle, name);
  return listing?.routes.find(({ tool }) => tool.definition.slug === slug)?.tool ?? null;
}
