import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The command line of a running process, or null when there is none. */
export function commandLine(pid: number): string | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim() || null;
  } catch {
    // No /proc here (macOS), or no such process: ps knows both.
  }
  try {
    return (
      execFileSync("ps", ["-o", "command=", "-p", String(pid)], { stdio: ["ignore", "pipe", "ignore"] })
        .toString()
        .trim() || null
    );
  } catch {
    return null;
  }
}

/** Ends a process that an earlier market left, told from a stranger with the same id by `mark` in its command line. */
export async function endLeftover(pid: number, mark: string, signal: NodeJS.Signals): Promise<void> {
  const ours = () => commandLine(pid)?.includes(mark) ?? false;
  for (let waited = 0; ours() && waited < 10_000; waited += 100) {
    try {
      process.kill(pid, waited === 0 ? signal : waited > 8_000 ? "SIGKILL" : 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
