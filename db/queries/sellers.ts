import "server-only";
import { and, count, desc, eq, gt, ne, or, sql } from "drizzle-orm";
import type { Db } from "../client";
import { sellerChanges, sellers } from "../schema/sellers";

export type SellerRow = typeof sellers.$inferSelect;
export type SellerChange = Omit<typeof sellerChanges.$inferSelect, "id" | "wallet">;
type NewSeller = Pick<SellerRow, "wallet" | "handle" | "skeleton" | "name" | "payTo" | "site"> & { nameSkeleton: string };

/** Who has the handle or the name already, or one that could be taken for it. */
export type Clash = { what: "handle" | "name"; handle: string; name: string };

export async function sellerByWallet(db: Db, wallet: string): Promise<SellerRow | null> {
  const [row] = await db.select().from(sellers).where(eq(sellers.wallet, wallet));
  return row ?? null;
}

export async function sellerByHandle(db: Db, handle: string): Promise<SellerRow | null> {
  const [row] = await db.select().from(sellers).where(eq(sellers.handle, handle));
  return row ?? null;
}

/** The seller that a handle's skeleton belongs to, as its handle or as its name. */
export async function sellerLike(db: Pick<Db, "select">, skeleton: string, except = ""): Promise<Omit<Clash, "what"> | null> {
  const [row] = await db
    .select({ handle: sellers.handle, name: sellers.name })
    .from(sellers)
    .where(and(or(eq(sellers.skeleton, skeleton), eq(sellers.nameSkeleton, skeleton)), ne(sellers.wallet, except)))
    .limit(1);
  return row ?? null;
}

/** A new seller; `already` when the wallet has a handle. */
export async function insertSeller(db: Db, seller: NewSeller): Promise<Clash | "already" | "joined"> {
  return db.transaction(async (tx) => {
    await oneByOne(tx);
    const [known] = await tx.select({ handle: sellers.handle }).from(sellers).where(eq(sellers.wallet, seller.wallet));
    if (known) return "already";
    const byHandle = await sellerLike(tx, seller.skeleton);
    if (byHandle) return { what: "handle" as const, ...byHandle };
    const byName = await sellerLike(tx, seller.nameSkeleton);
    if (byName) return { what: "name" as const, ...byName };
    await tx.insert(sellers).values(seller);
    await tx.insert(sellerChanges).values({ wallet: seller.wallet, field: "joined", becomes: seller.handle });
    return "joined";
  });
}

type Profile = { name: string; nameSkeleton: string; site: string | null };

/** Changes what the seller says of itself, and writes each change down. */
export async function updateProfile(db: Db, wallet: string, next: Profile): Promise<Clash | "changed" | "no_seller"> {
  return db.transaction(async (tx) => {
    await oneByOne(tx);
    const [was] = await tx.select().from(sellers).where(eq(sellers.wallet, wallet));
    if (!was) return "no_seller";
    const like = await sellerLike(tx, next.nameSkeleton, wallet);
    if (like) return { what: "name" as const, ...like };
    const changes = (["name", "site"] as const).filter((field) => was[field] !== next[field]);
    if (changes.length === 0) return "changed";
    await tx
      .update(sellers)
      .set({ ...next, updatedAt: sql`now()` })
      .where(eq(sellers.wallet, wallet));
    await tx.insert(sellerChanges).values(changes.map((field) => ({ wallet, field, was: was[field], becomes: next[field] })));
    return "changed";
  });
}

type NewPayTo = { was: string; becomes: string; message: string; signature: string };

/** False when the address was another one meanwhile than the wallet has signed. */
export async function updatePayTo(db: Db, wallet: string, { was, becomes, message, signature }: NewPayTo): Promise<boolean> {
  return db.transaction(async (tx) => {
    const changed = await tx
      .update(sellers)
      .set({ payTo: becomes, updatedAt: sql`now()` })
      .where(and(eq(sellers.wallet, wallet), eq(sellers.payTo, was)))
      .returning({ wallet: sellers.wallet });
    if (changed.length === 0) return false;
    await tx.insert(sellerChanges).values({ wallet, field: "payTo", was, becomes, message, signature });
    return true;
  });
}

/** The newest first. */
export async function changesOfSeller(db: Db, wallet: string, limit: number): Promise<SellerChange[]> {
  const { field, was, becomes, message, signature, at } = sellerChanges;
  return db
    .select({ field, was, becomes, message, signature, at })
    .from(sellerChanges)
    .where(eq(sellerChanges.wallet, wallet))
    .orderBy(desc(sellerChanges.id))
    .limit(limit);
}

export async function countChangesSince(db: Db, wallet: string, since: Date): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(sellerChanges)
    .where(and(eq(sellerChanges.wallet, wallet), gt(sellerChanges.at, since)));
  return row?.n ?? 0;
}

/** A name must not be given while another one that looks like it is. */
async function oneByOne(tx: Pick<Db, "execute">): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('coinslot.sellers'))`);
}
