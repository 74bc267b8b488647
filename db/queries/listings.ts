import "server-only";
import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "../client";
import { listings, listingVersions, operations, x402Terms } from "../schema/listings";

export type ListingRow = typeof listings.$inferSelect;
export type OperationRow = typeof operations.$inferSelect;
export type TermsRow = typeof x402Terms.$inferSelect;
export type NewListing = typeof listings.$inferInsert;
export type NewOperation = typeof operations.$inferInsert;
export type VersionRow = Omit<typeof listingVersions.$inferSelect, "document" | "listingId">;

export type WholeListing = {
  listing: NewListing;
  operations: NewOperation[];
  version: typeof listingVersions.$inferInsert;
  terms?: typeof x402Terms.$inferInsert;
};

/** So many rows go into the ledger in one statement. */
const ROWS_AT_ONCE = 500;

const mine = (account: string, id: string) => and(eq(listings.account, account), eq(listings.id, id));

/** A new listing with all that it has. */
export async function insertListing(db: Db, whole: WholeListing, most: number): Promise<"made" | "name_taken" | "too_many"> {
  const { account } = whole.listing;
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`coinslot.listings ${account}`}))`);
    const [{ n } = { n: 0 }] = await tx.select({ n: sql<number>`count(*)::int` }).from(listings).where(eq(listings.account, account));
    if (n >= most) return "too_many";
    const made = await tx.insert(listings).values(whole.listing).onConflictDoNothing().returning({ id: listings.id });
    if (made.length === 0) return "name_taken";
    for (let i = 0; i < whole.operations.length; i += ROWS_AT_ONCE) {
      await tx.insert(operations).values(whole.operations.slice(i, i + ROWS_AT_ONCE));
    }
    await tx.insert(listingVersions).values(whole.version);
    if (whole.terms) await tx.insert(x402Terms).values(whole.terms);
    return "made";
  });
}

export type ListingSummary = {
  listing: ListingRow;
  terms: TermsRow | null;
  operations: number;
  enabled: number;
  /** Of what is enabled, decimal text; null where nothing is. */
  leastPrice: string | null;
  mostPrice: string | null;
};

/** A wallet's listings, the newest first. */
export async function listingsOf(db: Db, account: string): Promise<ListingSummary[]> {
  const on = sql`filter (where ${operations.enabled})`;
  return db
    .select({
      listing: listings,
      terms: x402Terms,
      operations: sql<number>`count(${operations.id})::int`,
      enabled: sql<number>`(count(${operations.id}) ${on})::int`,
      leastPrice: sql<string | null>`(min(${operations.price}::numeric) ${on})::text`,
      mostPrice: sql<string | null>`(max(${operations.price}::numeric) ${on})::text`,
    })
    .from(listings)
    .leftJoin(operations, eq(operations.listingId, listings.id))
    .leftJoin(x402Terms, eq(x402Terms.listingId, listings.id))
    .where(eq(listings.account, account))
    .groupBy(listings.id, x402Terms.listingId)
    .orderBy(desc(listings.createdAt));
}

export async function countListings(db: Db, account: string): Promise<number> {
  const [row] = await db.select({ n: sql<number>`count(*)::int` }).from(listings).where(eq(listings.account, account));
  return row?.n ?? 0;
}

export async function findListing(db: Db, account: string, id: string): Promise<ListingRow | null> {
  const [row] = await db.select().from(listings).where(mine(account, id));
  return row ?? null;
}

export async function operationsOf(db: Db, account: string, listingId: string): Promise<OperationRow[]> {
  const rows = await db
    .select({ operation: operations })
    .from(operations)
    .innerJoin(listings, eq(listings.id, operations.listingId))
    .where(mine(account, listingId))
    .orderBy(asc(operations.name));
  return rows.map(({ operation }) => operation);
}

export async function termsOf(db: Db, account: string, listingId: string): Promise<TermsRow | null> {
  const [row] = await db
    .select({ terms: x402Terms })
    .from(x402Terms)
    .innerJoin(listings, eq(listings.id, x402Terms.listingId))
    .where(mine(account, listingId));
  return row?.terms ?? null;
}

/** The newest first, without the documents themselves. */
export async function versionsOf(db: Db, account: string, listingId: string): Promise<VersionRow[]> {
  const { version, source, hash, summary, at } = listingVersions;
  return db
    .select({ version, source, hash, summary, at })
    .from(listingVersions)
    .innerJoin(listings, eq(listings.id, listingVersions.listingId))
    .where(mine(account, listingId))
    .orderBy(desc(version));
}

/** A draft that was never public goes, with all that it has. */
export async function deleteDraft(db: Db, account: string, id: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const gone = await tx
      .delete(listings)
      .where(and(mine(account, id), isNull(listings.publishedAt)))
      .returning({ id: listings.id });
    if (gone.length === 0) return false;
    const ids = gone.map((row) => row.id);
    await tx.delete(operations).where(inArray(operations.listingId, ids));
    await tx.delete(listingVersions).where(inArray(listingVersions.listingId, ids));
    await tx.delete(x402Terms).where(inArray(x402Terms.listingId, ids));
    return true;
  });
}
