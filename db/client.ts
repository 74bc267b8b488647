import "server-only";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";

export type Db = PostgresJsDatabase;
export type Connection = { db: Db; sql: postgres.Sql; close: () => Promise<void> };

/** A pool of connections to one database. `connect_timeout` is short: a lost ledger must answer 503 soon. */
export function connect(databaseUrl: string, max = 10): Connection {
  const sql = postgres(databaseUrl, { max, connect_timeout: 3, idle_timeout: 60, onnotice: () => undefined });
  return { db: drizzle({ client: sql }), sql, close: () => sql.end({ timeout: 2 }) };
}

const KEY = Symbol.for("coinslot.db");
type Holder = { [KEY]?: Connection };

/** The process's one pool. Kept on `globalThis`, since Next gives routes and pages copies of a module. */
export function connection(): Connection {
  const holder = globalThis as Holder;
  holder[KEY] ??= connect(env().databaseUrl);
  return holder[KEY];
}

export function db(): Db {
  return connection().db;
}
