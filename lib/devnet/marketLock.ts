import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandLine } from "./processes";

/** Who runs the market of a folder. `url` is null until it is open. */
export type Holder = { pid: number; guard: number | null; url: string | null };

const MARK = "market.ts";

export type Lock = { update: (holder: Omit<Holder, "pid">) => void; release: () => void };

/** Takes the folder for this process, or answers who has it. A holder that died is no holder. */
export async function takeLock(dir: string): Promise<Lock | Holder> {
  const file = join(dir, "market.lock");
  const write = (holder: Omit<Holder, "pid">, flag: "wx" | "w") =>
    writeFileSync(file, JSON.stringify({ pid: process.pid, ...holder }), { flag, mode: 0o600 });
  for (let attempt = 0; ; attempt++) {
    try {
      write({ guard: null, url: null }, "wx");
      return { update: (holder) => write(holder, "w"), release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST" || attempt > 3) throw error;
    }
    const holder = readHolder(file);
    if (holder && isRunning(holder.pid, MARK)) return holder;
    if (holder?.guard) await waitForGuard(holder.guard);
    rmSync(file, { force: true });
  }
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** A process id is used again sooner or later; the command line tells a market from a stranger. */
function isRunning(pid: number, mark: string): boolean {
  return commandLine(pid)?.includes(mark) ?? false;
}

/** After a hard end the guard is still putting the children to bed; ports and data are theirs until then. */
async function waitForGuard(pid: number): Promise<void> {
  for (let waited = 0; waited < 30_000 && isRunning(pid, "guard.ts"); waited += 50) await new Promise((r) => setTimeout(r, 50));
}
