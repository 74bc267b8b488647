import "server-only";
import { eq, inArray } from "drizzle-orm";
import type postgres from "postgres";
import type { Db } from "../client";
import { listings, operations } from "../schema/listings";
import { sellers } from "../schema/sellers";

export type ListedOperation = {
  seller: Pick<typeof sellers.$inferSelect, "wallet" | "handle" | "name" | "payTo">;
  listing: typeof listings.$inferSelect;
  operation: typeof operations.$inferSelect;
};

/**
 * Everything that can be called through the gateway now, the oldest listing first, each with a text that is another one as
 * soon as any row behind it has changed: shapes are large, and seldom change.
 */
export async function publicVersions(sql: postgres.Sql): Promise<{ id: string; version: string }[]> {
  return sql<{ id: string; version: string }[]>`
    select o.id, concat_ws(' ', s.xmin, l.xmin, o.xmin) as version
    from operations o join listings l on l.id = o.listing_id join sellers s on s.wallet = l.account
    where l.state = 'public' and l.kind = 'api' and o.enabled and o.code is not null order by l.published_at, o.name`;
}

/** These operations whole, in no order. */
export async function operationsById(db: Db, ids: string[]): Promise<ListedOperation[]> {
  return db
    .select({
      seller: { wallet: sellers.wallet, handle: sellers.handle, name: sellers.name, payTo: sellers.payTo },
      listing: listings,
      operation: operations,
    })
    .from(operations)
    .innerJoin(listings, eq(listings.id, operations.listingId))
    .innerJoin(sellers, eq(sellers.wallet, listings.account))
    .where(inArray(operations.id, ids));
}
