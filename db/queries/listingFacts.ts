import "server-only";
import type postgres from "postgres";
import type { ListingState } from "../schema/listings";

export type ListingFacts = { id: string; name: string; title: string; state: ListingState; reason: string | null };

/** A listing as its seller is told of it. */
export async function listingFacts(sql: postgres.Sql, id: string): Promise<ListingFacts | null> {
  const [row] = await sql<ListingFacts[]>`select id, name, title, state, state_reason as reason from listings where id = ${id}`;
  return row ? { ...row } : null;
}
