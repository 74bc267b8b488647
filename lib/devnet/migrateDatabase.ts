import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

/** Two marketplaces that start on one database at once must not both migrate it. */
const LOCK = 402_402;

/** Brings the database to the newest schema. */
export async function migrateDatabase(url: string, migrationsFolder = "db/migrations"): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${LOCK})`.catch((error: Error & { code?: string }) => {
      throw new Error(`The database at ${new URL(url).host} can't be used: ${error.message || error.code}.`, { cause: error });
    });
    await migrate(drizzle(sql), { migrationsFolder });
  } finally {
    await sql.end({ timeout: 5 });
  }
}
