import "server-only";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { Db } from "../client";
import { listings, operations } from "../schema/listings";
import { sellers } from "../schema/sellers";

export type ListedOperation = {
  seller: Pick<typeof sellers.$inferSelect, "wallet" | "handle" | "name" | "payTo">;
  listing: typeof listings.$inferSelect;
  operation: typeof operations.$inferSelect;
};

/** Everything that can be called through the gateway now, the oldest listing first. */
export async function publicOperations(db: Db): Promise<ListedOperation[]> {
  return db
    .select({
      seller: { wallet: sellers.wallet, handle: sellers.handle, name: sellers.name, payTo: sellers.payTo },
      listing: listings,
      operation: operations,
    })
    .from(operations)
    .innerJoin(listings, eq(listings.id, operations.listingId))
    .innerJoin(sellers, eq(sellers.wallet, listings.account))
    .where(and(eq(listings.state, "public"), eq(listings.kind, "api"), eq(operations.enabled, true), isNotNull(operations.code)))
    .orderBy(asc(listings.publishedAt), asc(operations.name));
}
