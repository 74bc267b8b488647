import "server-only";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";

export type Db = PostgresJsDatabase;
/** `db` for pages and lists, `sql` for payments: a slow page must not hold them up. */
export type Connection = { db: Db; sql: postgres.Sql; close: () => Promise<void> };

/**
 * Payments are found by their keys. A plan that was made while a table was small would read all of it, and be kept when
 * it is large; with these settings there is no such plan.
 */
const BY_KEYS = { enable_seqscan: "off", enable_hashjoin: "off", enable_mergejoin: "off", jit: "off" };

/** Pools of connections to one database. `connect_timeout` is short: a lost ledger must answer 503 soon. */
export function connect(databaseUrl: string, max = 8): Connection {
  const common = { max, connect_timeout: 3, idle_timeout: 60, onnotice: () => undefined };
  const pages = postgres(databaseUrl, common);
  const sql = postgres(databaseUrl, { ...common, connection: BY_KEYS as Record<string, string> });
  return {
    db: drizzle({ client: pages }),
    sql,
    close: async () => {
      await Promise.all([pages.end({ timeout: 2 }), sql.end({ timeout: 2 })]);
    },
  };
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
