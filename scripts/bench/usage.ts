import { readdirSync, readFileSync } from "node:fs";

/** Linux counts in hundredths of a second, whatever the kernel's own clock. */
const MS_PER_TICK = 10;

type Stat = { parent: number; ticks: number };

/** CPU that these processes and all below them have used, in ms; null where there is no /proc. */
export function cpuMs(roots: number[]): number | null {
  if (process.platform !== "linux") return null;
  const all = readAll();
  return treeOf(roots, all).reduce((sum, pid) => sum + (all.get(pid)?.ticks ?? 0), 0) * MS_PER_TICK;
}

/** The most memory that these processes and all below them ever held, in MB; null where there is no /proc. */
export function peakMb(roots: number[]): number | null {
  if (process.platform !== "linux") return null;
  return treeOf(roots, readAll()).reduce((sum, pid) => sum + memoryOf(pid, "VmHWM"), 0);
}

/** The memory that a process and all below it hold now, in MB; null where there is no /proc. */
export function heldMb(root: number): number | null {
  if (process.platform !== "linux") return null;
  return treeOf([root], readAll()).reduce((sum, pid) => sum + memoryOf(pid, "VmRSS"), 0);
}

function readAll(): Map<number, Stat> {
  const all = new Map<number, Stat>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      // The name in brackets may hold anything; what counts comes after it.
      const [, parent, ...rest] = stat
        .slice(stat.lastIndexOf(")") + 2)
        .split(" ")
        .map(Number);
      // Own time in user and kernel, then that of children which ended and were waited for.
      const ticks = rest.slice(9, 13).reduce((sum, n) => sum + n, 0);
      all.set(Number(name), { parent: parent ?? 0, ticks });
    } catch {
      // Gone since the folder was listed.
    }
  }
  return all;
}

function treeOf(roots: number[], all: Map<number, Stat>): number[] {
  const tree = new Set(roots);
  for (let before = -1; before !== tree.size; ) {
    before = tree.size;
    for (const [pid, { parent }] of all) if (tree.has(parent)) tree.add(pid);
  }
  return [...tree];
}

function memoryOf(pid: number, field: "VmHWM" | "VmRSS"): number {
  try {
    const line = readFileSync(`/proc/${pid}/status`, "utf8")
      .split("\n")
      .find((one) => one.startsWith(`${field}:`));
    return Number(/\d+/.exec(line ?? "")?.[0] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
