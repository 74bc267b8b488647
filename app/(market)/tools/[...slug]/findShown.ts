import "server-only";
import type { DirectListing } from "@/db/queries/publicX402";
import { directShelf } from "@/lib/shelf/directShelf";
import { findOnShelf } from "@/lib/shelf/findOnShelf";
import { listedOnShelf } from "@/lib/shelf/listedOnShelf";
import type { Tool } from "@/lib/tools/define";

export type Shown =
  | { kind: "tool"; tool: Tool }
  | { kind: "listing"; operations: [Tool, ...Tool[]] }
  | { kind: "direct"; direct: DirectListing; slug: string };

/** What an address below `/tools/` shows: a tool by slug or code, a seller's listing, or an endpoint that is paid directly. */
export async function findShown(wanted: string): Promise<Shown | null> {
  const tool = await findOnShelf(wanted);
  if (tool) return { kind: "tool", tool };
  const text = wanted.trim().toLowerCase();
  const [handle, listing, ...more] = text.split("/");
  const isCode = /^[a-z]\d{3,}$/.test(text);
  if (!isCode && (!handle || !listing || more.length > 0)) return null;
  const [first, ...rest] = handle && listing ? await listedOnShelf(handle, listing) : [];
  return first ? { kind: "listing", operations: [first, ...rest] } : findDirect(text);
}

async function findDirect(text: string): Promise<Shown | null> {
  for (const direct of await directShelf()) {
    const slug = `${direct.seller.handle}/${direct.listing.name}`;
    if (slug === text || direct.terms.code?.toLowerCase() === text) return { kind: "direct", direct, slug };
  }
  return null;
}
