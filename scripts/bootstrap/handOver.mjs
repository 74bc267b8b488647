import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./install.mjs";

/** The project's own Node 24, whatever Node started npm. */
export function node24() {
  const own = join(ROOT, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  throw new Error("Node 24 is missing from node_modules; remove node_modules and start again (installation scripts must be allowed).");
}

/** What lets Node run the project's TypeScript. `react-server` makes `server-only` an empty module. */
export const TYPESCRIPT = ["--conditions=react-server", "--import", "tsx"];

/**
 * Runs a TypeScript file in this process's place: same terminal, same signals, same exit code. The child notices by its
 * channel when this process is gone; this process notices when npm, which started it, is gone.
 *
 * @param {string} file
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export function handOver(file, args) {
  const child = spawn(node24(), [...TYPESCRIPT, file, ...args], {
    cwd: ROOT,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  const forward = (signal) => {
    // A terminal's Ctrl-C reaches both of us; asking twice does no harm.
    if (child.exitCode === null) child.kill(signal);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => forward(signal));
  const watch = watchParent(() => forward("SIGTERM"));
  return new Promise((done) => {
    child.once("error", (error) => {
      console.error(error.message);
      done(1);
    });
    child.once("exit", (code, signal) => {
      clearInterval(watch);
      done(code ?? (signal === "SIGINT" ? 130 : 1));
    });
  });
}

/**
 * Under npm the process that was started is npm itself, which runs us through a shell: when either is gone, so are we.
 * Only under npm, though: a shell that sent us to the background may end, and we should not.
 */
function watchParent(gone) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const shell = process.ppid;
  const npm = parentOf(shell);
  const timer = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return;
    clearInterval(timer);
    gone();
  }, 1_000);
  return timer;
}

/** The parent of another process where /proc tells; null elsewhere. */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return null;
  }
}
