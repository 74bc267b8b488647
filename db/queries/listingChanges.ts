import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Category } from "@/lib/tools/define";
import type { Db } from "../client";
import { listings, listingVersions, operations, x402Terms } from "../schema/listings";
import type { ListingRow, NewOperation } from "./listings";

type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

export type ListingSet = Partial<Pick<ListingRow, "title" | "description" | "category" | "upstream" | "policy" | "secret" | "signingKey">>;

/** What changes of one operation; what is left out stays. */
export type OperationSet = {
  id: string;
  enabled?: boolean | undefined;
  price?: string | undefined;
  question?: string | undefined;
  description?: string | undefined;
  example?: Record<string, unknown> | undefined;
};

const mine = (account: string, id: string) => and(eq(listings.account, account), eq(listings.id, id));

/** Changes a listing and some of its operations together; those that are enabled on the shelves get their codes. */
export async function changeListing(db: Db, account: string, id: string, set: ListingSet, ops: OperationSet[]): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(listings)
      .set({ ...set, updatedAt: sql`now()` })
      .where(mine(account, id))
      .returning({ state: listings.state, category: listings.category });
    if (!row) return false;
    await setOperations(tx, id, ops);
    if (row.state === "public") await giveCodes(tx, id, row.category);
    return true;
  });
}

async function setOperations(tx: Tx, listingId: string, ops: OperationSet[]): Promise<void> {
  if (ops.length === 0) return;
  await tx.execute(sql`
    update operations o set
      enabled = coalesce(n.enabled, o.enabled), price = coalesce(n.price, o.price), question = coalesce(n.question, o.question),
      description = coalesce(n.description, o.description), example = coalesce(n.example, o.example)
    from jsonb_to_recordset(${JSON.stringify(ops)}::jsonb)
      as n (id text, enabled boolean, price text, question text, description text, example jsonb)
    where o.id = n.id and o.listing_id = ${listingId}`);
}

/** Codes are given in the order of the names, and never again. */
async function giveCodes(tx: Tx, listingId: string, category: Category): Promise<void> {
  await tx.execute(sql`
    update operations o set code = ${category}::text || n.number::text from (
      select id, nextval(${sequenceOf(category)}::regclass) as number from (
        select id from operations where listing_id = ${listingId} and enabled and code is null order by name) s) n
    where o.id = n.id`);
  await tx.execute(sql`
    update x402_terms set code = ${category}::text || nextval(${sequenceOf(category)}::regclass)::text
    where listing_id = ${listingId} and code is null`);
}

const sequenceOf = (category: Category) => `tool_codes_${category.toLowerCase()}`;

/** Puts a listing on the shelves, unless an operator has removed it; false where that is so or it is not there. */
export async function publish(db: Db, account: string, id: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(listings)
      .set({ state: "public", stateReason: null, updatedAt: sql`now()`, publishedAt: sql`coalesce(${listings.publishedAt}, now())` })
      .where(and(mine(account, id), inArray(listings.state, ["draft", "off", "public"])))
      .returning({ category: listings.category });
    if (row) await giveCodes(tx, id, row.category);
    return row !== undefined;
  });
}

export type NextVersion = {
  version: typeof listingVersions.$inferInsert;
  added: NewOperation[];
  changed: Pick<NewOperation, "key" | "tags" | "shape" | "example">[];
  /** Keys of what is no longer in the description. */
  removed: string[];
};

/** Puts a newer description in force; false where another one came in between, or the listing is not there. */
export async function applyVersion(db: Db, account: string, id: string, next: NextVersion): Promise<boolean> {
  const { version } = next.version;
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(listings)
      .set({ version, updatedAt: sql`now()` })
      .where(and(mine(account, id), eq(listings.version, version - 1)))
      .returning({ id: listings.id });
    if (!row) return false;
    await tx.insert(listingVersions).values(next.version);
    for (let i = 0; i < next.added.length; i += 500) await tx.insert(operations).values(next.added.slice(i, i + 500));
    for (const { key, ...set } of next.changed) {
      await tx
        .update(operations)
        .set({ ...set, changed: version })
        .where(and(eq(operations.listingId, id), eq(operations.key, key)));
    }
    if (next.removed.length > 0) {
      await tx
        .update(operations)
        .set({ enabled: false, changed: version })
        .where(and(eq(operations.listingId, id), inArray(operations.key, next.removed)));
    }
    return true;
  });
}

/** What the last look at an x402 endpoint found. */
export async function keepTerms(db: Db, listingId: string, found: Partial<typeof x402Terms.$inferInsert>): Promise<void> {
  await db.update(x402Terms).set(found).where(eq(x402Terms.listingId, listingId));
}
