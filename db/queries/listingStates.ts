import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "../client";
import { listings } from "../schema/listings";

/** The upstreams of a wallet's listings that are on the shelves. */
export async function publicUpstreams(db: Db, account: string): Promise<{ id: string; upstream: string }[]> {
  return db
    .select({ id: listings.id, upstream: listings.upstream })
    .from(listings)
    .where(and(eq(listings.account, account), eq(listings.state, "public")));
}

/** Takes a wallet's public listings off the shelves; answers those that were on them until now. */
export async function takeListingsOff(db: Db, account: string, ids: string[], reason: string): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .update(listings)
    .set({ state: "off", stateReason: reason, updatedAt: sql`now()` })
    .where(and(eq(listings.account, account), inArray(listings.id, ids), eq(listings.state, "public")))
    .returning({ id: listings.id });
  return rows.map(({ id }) => id);
}
