import "server-only";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { Db } from "../client";
import { listings, x402Terms } from "../schema/listings";
import { sellers } from "../schema/sellers";

export type DirectListing = {
  seller: Pick<typeof sellers.$inferSelect, "handle" | "name">;
  listing: Pick<typeof listings.$inferSelect, "id" | "name" | "title" | "description" | "category" | "upstream">;
  terms: typeof x402Terms.$inferSelect;
};

/** Endpoints on the shelves that take their payments themselves, the oldest listing first. */
export async function publicX402(db: Db): Promise<DirectListing[]> {
  const { id, name, title, description, category, upstream } = listings;
  return db
    .select({
      seller: { handle: sellers.handle, name: sellers.name },
      listing: { id, name, title, description, category, upstream },
      terms: x402Terms,
    })
    .from(listings)
    .innerJoin(x402Terms, eq(x402Terms.listingId, listings.id))
    .innerJoin(sellers, eq(sellers.wallet, listings.account))
    .where(and(eq(listings.state, "public"), eq(listings.kind, "x402"), isNotNull(x402Terms.code), isNotNull(x402Terms.terms)))
    .orderBy(asc(listings.publishedAt));
}
