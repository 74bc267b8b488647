import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "../client";

/** Throws when the ledger can't be reached or was never migrated. */
export async function ping(db: Db): Promise<void> {
  await db.execute(sql`select 1 from payments limit 1`);
}
