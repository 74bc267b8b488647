import "server-only";
import { and, desc, eq, ilike, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "../client";
import { type ListingState, listings } from "../schema/listings";
import { operatorActions } from "../schema/operators";
import { sellers } from "../schema/sellers";

const columns = {
  id: listings.id,
  account: listings.account,
  kind: listings.kind,
  name: listings.name,
  title: listings.title,
  upstream: listings.upstream,
  state: listings.state,
  stateReason: listings.stateReason,
  publishedAt: listings.publishedAt,
  handle: sellers.handle,
  seller: sellers.name,
};

export type OperatorListing = {
  id: string;
  account: string;
  kind: "api" | "x402";
  name: string;
  title: string;
  upstream: string;
  state: ListingState;
  stateReason: string | null;
  publishedAt: Date | null;
  handle: string | null;
  seller: string | null;
};

export type OperatorAction = Omit<typeof operatorActions.$inferSelect, "id"> & { title: string | null; handle: string | null };

/** Listings of every seller in these states that hold the text in a name, a title, an upstream or a wallet; the newest first. */
export async function listingsForOperator(db: Db, states: ListingState[], text: string, limit: number): Promise<OperatorListing[]> {
  const conditions: (SQL | undefined)[] = [inArray(listings.state, states)];
  if (text) {
    const like = `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
    const places = [listings.id, listings.name, listings.title, listings.upstream, listings.account, sellers.handle, sellers.name];
    conditions.push(or(...places.map((place) => ilike(place, like))));
  }
  return db
    .select(columns)
    .from(listings)
    .leftJoin(sellers, eq(sellers.wallet, listings.account))
    .where(and(...conditions))
    .orderBy(sql`${listings.publishedAt} desc nulls last`, desc(listings.id))
    .limit(limit);
}

export type OperatorDeed = { operator: string; listingId: string; action: "remove" | "restore"; reason: string };

/** Moves a listing and writes down who did it and why, both or neither; the seller's wallet, or null where there was nothing to move. */
export async function operate(db: Db, deed: OperatorDeed, from: ListingState[], to: ListingState, words: string): Promise<string | null> {
  return db.transaction(async (tx) => {
    const [moved] = await tx
      .update(listings)
      .set({ state: to, stateReason: words, updatedAt: sql`now()` })
      .where(and(eq(listings.id, deed.listingId), inArray(listings.state, from)))
      .returning({ account: listings.account });
    if (!moved) return null;
    await tx.insert(operatorActions).values(deed);
    return moved.account;
  });
}

export async function listingState(db: Db, id: string): Promise<ListingState | null> {
  const [row] = await db.select({ state: listings.state }).from(listings).where(eq(listings.id, id));
  return row?.state ?? null;
}

/** The newest first. */
export async function operatorLog(db: Db, limit: number): Promise<OperatorAction[]> {
  const { operator, listingId, action, reason, at } = operatorActions;
  return db
    .select({ operator, listingId, action, reason, at, title: listings.title, handle: sellers.handle })
    .from(operatorActions)
    .leftJoin(listings, eq(listings.id, operatorActions.listingId))
    .leftJoin(sellers, eq(sellers.wallet, listings.account))
    .orderBy(desc(operatorActions.id))
    .limit(limit);
}
