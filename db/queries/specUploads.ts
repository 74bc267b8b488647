import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Db } from "../client";
import { specUploads } from "../schema/listings";

export type SpecUpload = typeof specUploads.$inferSelect;

/** One wallet's uploads that are kept at a time; the oldest make room. */
const MOST_KEPT = 5;

/** Keeps a description that was read, for a day. What is older, of anybody, goes. */
export async function keepUpload(db: Db, upload: Omit<SpecUpload, "at">): Promise<void> {
  await db.insert(specUploads).values(upload);
  await db.execute(sql`
    delete from spec_uploads where at < now() - interval '1 day' or id in (
      select id from spec_uploads where account = ${upload.account} order by at desc offset ${MOST_KEPT})`);
}

export async function findUpload(db: Db, account: string, id: string): Promise<SpecUpload | null> {
  const [row] = await db
    .select()
    .from(specUploads)
    .where(and(eq(specUploads.account, account), eq(specUploads.id, id)));
  return row ?? null;
}
