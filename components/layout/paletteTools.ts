import { catalog } from "@/lib/tools/catalog";
import type { ShelfTool } from "./useShelf";

export type PaletteTool = { key: string; code: string; name: string; href: string; keywords: string[]; price: string | undefined };

/** More rows than this would make typing slow: then a listing stands for its operations. */
const MOST_ROWS = 300;

/** What the palette offers: until the shelf has told, the tools that are known without it. */
export function paletteTools(shelf: readonly ShelfTool[] | undefined): PaletteTool[] {
  if (!shelf) return catalog.map((tool) => row({ ...tool, tags: [...tool.tags], price: { text: "" } }));
  const own = shelf.filter(({ listing }) => !listing).map(row);
  const theirs = shelf.filter(({ listing }) => listing);
  return [...own, ...(theirs.length <= MOST_ROWS ? theirs.map(row) : byListing(theirs))];
}

function row({ code, slug, question, tags, price, listing }: ShelfTool): PaletteTool {
  const keywords = [question, ...tags, ...(listing ? [listing.title] : [])];
  return { key: slug, code, name: slug, href: `/tools/${slug}`, keywords, price: price.text || undefined };
}

function byListing(tools: readonly ShelfTool[]): PaletteTool[] {
  const rows = new Map<string, PaletteTool>();
  for (const { code, slug, question, listing } of tools) {
    const name = slug.split("/").slice(0, 2).join("/");
    const known = rows.get(name);
    if (known) known.keywords.push(code, question);
    else rows.set(name, { key: name, code, name, href: `/tools/${name}`, keywords: [listing?.title ?? "", question], price: undefined });
  }
  return [...rows.values()];
}
