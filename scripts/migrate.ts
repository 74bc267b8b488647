/** `npm run db:migrate`: brings the database at DATABASE_URL to the newest schema. */
import { migrateDatabase } from "../lib/devnet/migrateDatabase";

const url = process.env.DATABASE_URL;
if (!url) {
  console.error("DATABASE_URL is missing. (The embedded Postgres is migrated by `npm start`.)");
  process.exit(1);
}
await migrateDatabase(url);
console.log("The database has the newest schema.");
