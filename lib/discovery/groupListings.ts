import type { Listing } from "./listing";

/** What a seller has under one name. */
export type ListingGroup = {
  handle: string;
  name: string;
  title: string;
  description: string;
  seller: string;
  charges4xx: boolean;
  /** Its own document, with every operation. */
  openapi: string;
  operations: Listing[];
};

/** The market's own tools apart from the sellers', these by listing, in the order that they came. */
export function groupListings(tools: readonly Listing[]): { own: Listing[]; groups: ListingGroup[] } {
  const groups = new Map<string, ListingGroup>();
  const own: Listing[] = [];
  for (const tool of tools) {
    const { listing, seller } = tool.definition;
    if (!listing) {
      own.push(tool);
      continue;
    }
    const { name, title, description } = listing;
    const key = `${seller.handle}/${name}`;
    const openapi = `/api/v1/listings/${key}/openapi.json`;
    const group = groups.get(key) ?? {
      handle: seller.handle,
      name,
      title,
      description,
      seller: seller.name,
      charges4xx: tool.definition.charges4xx ?? false,
      openapi,
      operations: [],
    };
    group.operations.push(tool);
    groups.set(key, group);
  }
  return { own, groups: [...groups.values()] };
}
