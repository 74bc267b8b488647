import "server-only";
import { and, eq } from "drizzle-orm";
import type { Db } from "../client";
import { listings, operations } from "../schema/listings";
import { sellers } from "../schema/sellers";

/** A seller's operation's code, also after it was taken off; null where there is none. */
export async function operationCode(db: Db, named: { handle: string; listing: string; operation: string }): Promise<string | null> {
  const [row] = await db
    .select({ code: operations.code })
    .from(operations)
    .innerJoin(listings, eq(listings.id, operations.listingId))
    .innerJoin(sellers, eq(sellers.wallet, listings.account))
    .where(and(eq(sellers.handle, named.handle), eq(listings.name, named.listing), eq(operations.name, named.operation)));
  return row?.code ?? null;
}
