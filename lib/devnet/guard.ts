/**
 * A process of its own that ends the market's children when the market is gone, however it went.
 * It reads lines from its standard input, whose other end the market holds: `+ pid signal` takes a child on,
 * `- pid` lets it go. The end of the input is the sign: children end last-in first-out.
 * Runs on plain Node without any package, so that nothing but Node has to be loaded.
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

type Ward = { pid: number; signal: NodeJS.Signals };

const PATIENCE_MS = 8_000;
const wards: Ward[] = [];

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    // Ended, but nobody has asked how yet: in a container without an init process that can last.
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return true;
  }
}

/** Children lead their own process group, so that what they start ends with them. */
function send(pid: number, signal: NodeJS.Signals): void {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, signal);
      return;
    } catch {
      // No such group (or no groups at all, on Windows): try the process alone.
    }
  }
}

async function end({ pid, signal }: Ward): Promise<void> {
  send(pid, signal);
  for (let waited = 0; alive(pid) && waited < PATIENCE_MS; waited += 50) await new Promise((r) => setTimeout(r, 50));
  send(pid, "SIGKILL");
}

function take(line: string): void {
  const [verb, pid, signal] = line.split(" ");
  if (verb === "+") wards.push({ pid: Number(pid), signal: signal as NodeJS.Signals });
  if (verb === "-") {
    const at = wards.findIndex((w) => w.pid === Number(pid));
    if (at >= 0) wards.splice(at, 1);
  }
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
const lines = createInterface({ input: process.stdin });
lines.on("line", take);
lines.on("close", async () => {
  for (const ward of wards.reverse()) await end(ward);
  process.exit(0);
});
