import type { DirectListing } from "@/db/queries/publicX402";
import { offerPrice } from "../listing/offerPrice";
import type { CatalogEntry } from "./catalogEntry";

/** An endpoint that takes its payments itself, on the shelf. Of its calls the market knows nothing. */
export function directEntry({ seller, listing, terms }: DirectListing): CatalogEntry | null {
  if (!terms.terms || !terms.code) return null;
  return {
    code: terms.code,
    slug: `${seller.handle}/${listing.name}`,
    name: listing.title,
    category: listing.category,
    question: listing.description || terms.terms.description || new URL(listing.upstream).host,
    description: listing.description,
    tags: [],
    words: listing.upstream.toLowerCase(),
    seller: seller.name,
    price: offerPrice(terms.terms),
    calls: null,
    direct: true,
    unavailable: terms.failure ? `At the last look: ${terms.failure}` : null,
    told: true,
    runP50Ms: null,
    answeredShare: null,
  };
}
