import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "../client";

/** Moves what the ledger has noted since into its figures, so that they say what is true now. Whoever reads them calls this. */
export async function foldRollups(db: Db): Promise<void> {
  await db.execute(sql`select fold_rollups(true)`);
}
