import "server-only";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import type postgres from "postgres";
import type { Db } from "../client";
import { listings, operations } from "../schema/listings";
import { sellers } from "../schema/sellers";
import type { ListedOperation } from "./publicOperations";

/**
 * One listing by its address, and a text that is another one as soon as any row of it has changed: so that what was made
 * of them can be kept without a look at all of them.
 */
export async function findListingVersion(sql: postgres.Sql, handle: string, name: string): Promise<{ id: string; version: string } | null> {
  const [row] = await sql<{ id: string; version: string }[]>`
    select l.id, concat_ws(' ', s.xmin, l.xmin, (select string_agg(o.xmin::text, ',' order by o.id) from operations o where o.listing_id = l.id)) as version
    from sellers s join listings l on l.account = s.wallet where s.handle = ${handle} and l.name = ${name} and l.kind = 'api'`;
  return row ? { ...row } : null;
}

/** All that was ever on the shelves of one listing, sold now or not, in the order of their names. */
export async function operationsOf(db: Db, listingId: string): Promise<ListedOperation[]> {
  return db
    .select({
      seller: { wallet: sellers.wallet, handle: sellers.handle, name: sellers.name, payTo: sellers.payTo },
      listing: listings,
      operation: operations,
    })
    .from(operations)
    .innerJoin(listings, eq(listings.id, operations.listingId))
    .innerJoin(sellers, eq(sellers.wallet, listings.account))
    .where(and(eq(listings.id, listingId), isNotNull(operations.code)))
    .orderBy(asc(operations.name));
}
