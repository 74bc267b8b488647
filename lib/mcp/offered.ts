import "server-only";
import { type Listing, listingOf } from "@/lib/discovery/listing";
import { allTools } from "@/lib/shelf/allTools";
import type { Tool } from "@/lib/tools/define";
import { nameTools } from "./toolNames";

/** A paid tool with the name that it goes by over MCP. */
export type Offered = { name: string; tool: Tool; listing: Listing };

/** Every paid tool of the market that is reached at this origin. */
export type Shelf = (origin: string) => Offered[] | Promise<Offered[]>;

export const marketShelf: Shelf = async (origin) => offer(await allTools(), origin);

/** In the order of their names: a page that begins after a name stays where it is while tools come and go. */
export function offer(tools: readonly Tool[], origin: string): Offered[] {
  const names = nameTools(tools.map(({ definition }) => definition));
  return tools
    .map((tool) => ({ name: names.get(tool.definition.code) ?? tool.definition.code, tool, listing: listingOf(tool, origin) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
