import "server-only";
import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Db } from "../client";
import { listings } from "../schema/listings";

export type ClosedListing = { name: string; title: string; state: "off" | "removed"; reason: string; at: Date };

/** What a wallet has sold and sells no more, with the reason that everybody may read; the newest first. */
export async function closedListings(db: Db, account: string, limit: number): Promise<ClosedListing[]> {
  const rows = await db
    .select({ name: listings.name, title: listings.title, state: listings.state, reason: listings.stateReason, at: listings.updatedAt })
    .from(listings)
    .where(
      and(
        eq(listings.account, account),
        inArray(listings.state, ["off", "removed"]),
        isNotNull(listings.publishedAt),
        isNotNull(listings.stateReason),
      ),
    )
    .orderBy(desc(listings.updatedAt))
    .limit(limit);
  return rows.map(({ state, reason, ...row }) => ({ ...row, state: state === "removed" ? "removed" : "off", reason: reason ?? "" }));
}
