import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import postgres from "postgres";
import type { Children } from "./children";
import { freePort } from "./freePort";
import { type PostgresHome, postgresHome } from "./postgresHome";
import { endLeftover } from "./processes";
import { until } from "./until";

const run = promisify(execFile);
const DATABASE = "coinslot";

/** Nobody but this machine connects; the numbers suit a market on a laptop. */
const FLAGS = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200", "shared_buffers=128MB"];

export type PostgresOptions = {
  /** The market's folder; the data lie in `postgres` below it. */
  dir: string;
  children: Children;
  port?: number;
  /** Throw-away data: speed before safety. */
  volatile?: boolean;
};

/** Starts the embedded Postgres with a database `coinslot` and answers its URL. */
export async function startPostgres({ dir, children, port: preferred, volatile = false }: PostgresOptions): Promise<string> {
  const home = await postgresHome(dir);
  const password = readPassword(dir);
  if (!existsSync(join(home.data, "PG_VERSION"))) await initialise(dir, home, password);
  await clearStalePid(home.data);
  const port = await freePort(preferred);
  const flags = volatile ? [...FLAGS, "fsync=off", "synchronous_commit=off", "full_page_writes=off"] : FLAGS;
  children.start({
    name: "postgres",
    command: join(home.bin, "bin", "postgres"),
    args: ["-D", home.data, "-p", String(port), ...flags.flatMap((flag) => ["-c", flag])],
    cwd: home.data,
    uid: home.uid,
    gid: home.gid,
    // "Fast" shutdown: open connections are cut, everything committed stays.
    signal: "SIGINT",
  });
  const url = (database: string) => `postgres://coinslot:${password}@127.0.0.1:${port}/${database}`;
  await until("Postgres", 60_000, () => createDatabase(url("postgres")));
  return url(DATABASE);
}

function readPassword(dir: string): string {
  const file = join(dir, "postgres-password");
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

async function initialise(dir: string, home: PostgresHome, password: string): Promise<void> {
  // A first start that was cut short leaves half a cluster, which initdb would refuse to touch.
  rmSync(home.data, { recursive: true, force: true });
  const { bin, data, uid, gid } = await postgresHome(dir);
  // The user that Postgres runs as reads the password; the market's own folder may be closed to that user.
  const folder = mkdtempSync(join(tmpdir(), "coinslot-"));
  const pwfile = join(folder, "password");
  writeFileSync(pwfile, `${password}\n`, { mode: 0o600 });
  if (uid !== undefined && gid !== undefined) for (const path of [folder, pwfile]) chownSync(path, uid, gid);
  try {
    const args = ["-D", data, "-U", "coinslot", "-A", "scram-sha-256", "-E", "UTF8", "--locale=C", "--no-sync"];
    await run(join(bin, "bin", "initdb"), [...args, `--pwfile=${pwfile}`], { uid, gid, cwd: data });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * After a hard end the old server's pid stays written down, and Postgres won't start while some process has it. If that
 * process is our server, it is ended; if it is anybody else's, the note is stale.
 */
async function clearStalePid(data: string): Promise<void> {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  await endLeftover(pid, data, "SIGINT");
  rmSync(file, { force: true });
}

async function createDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
  try {
    const found = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (found.length === 0) await sql.unsafe(`create database ${DATABASE}`);
  } finally {
    await sql.end({ timeout: 1 });
  }
}
