import { randomUUID } from "node:crypto";
import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";

const WAIT_MS = 5_000;
/** Work under the lock takes milliseconds: one this old was left by a process that died, if that one is gone too. */
const STALE_MS = 2_000;

/** Runs `work` while no other process does. The lock is a file that only one can create. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const mine = `${process.pid} ${randomUUID()}`;
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    try {
      await writeFile(file, mine, { flag: "wx", mode: 0o600 });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    await removeStale(file);
    if (Date.now() > deadline) throw new Error(`${file} is held by another process.`);
    await wait(5 + Math.random() * 20);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

/** Taken away by a rename, which only one of several succeeds with; what turns out to be in use is put back. */
async function removeStale(file: string): Promise<void> {
  const holder = await staleHolder(file);
  if (holder === null) return;
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
    if ((await readFile(aside, "utf8")) !== holder) await rename(aside, file);
    else await rm(aside, { force: true });
  } catch {
    // Somebody else was first.
  }
}

async function staleHolder(file: string): Promise<string | null> {
  try {
    const { mtimeMs } = await stat(file);
    const holder = await readFile(file, "utf8");
    return Date.now() - mtimeMs > STALE_MS && !isAlive(Number(holder.split(" ")[0])) ? holder : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
