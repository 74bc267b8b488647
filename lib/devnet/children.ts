import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export type ChildSpec = {
  name: string;
  command: string;
  args: string[];
  cwd?: string;
  env?: Record<string, string | undefined>;
  uid?: number;
  gid?: number;
  /** What asks this child to end in good order. */
  signal?: NodeJS.Signals;
};

/** A child went away without being asked to. */
export class ChildGone extends Error {
  override readonly name = "ChildGone";
}

export type Children = {
  start: (spec: ChildSpec) => ChildProcess;
  /** Runs a child that is meant to end by itself; rejects unless it ends well. */
  run: (spec: ChildSpec) => Promise<void>;
  /** The process that ends the others should this one die. */
  guardPid: number | undefined;
  /** Rejects as soon as a child ends that was not asked to. */
  crashed: Promise<never>;
  stop: (child: ChildProcess, signal?: NodeJS.Signals) => Promise<void>;
  /** Ends every child, last-in first-out. */
  stopAll: () => Promise<void>;
};

/**
 * Starts processes that write to `logs/<name>.log` and never outlive this one: a guard process holds the other end of a
 * pipe and ends them when the pipe breaks, so even `kill -9` leaves nothing behind.
 */
export function holdChildren(logs: string): Children {
  mkdirSync(logs, { recursive: true });
  const guard = spawn(process.execPath, [fileURLToPath(new URL("./guard.ts", import.meta.url))], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
    env: { ...process.env, NODE_NO_WARNINGS: "1", NODE_OPTIONS: "" },
  });
  const wanted = new Map<ChildProcess, ChildSpec>();
  let fail: (error: Error) => void = () => {};
  const crashed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  crashed.catch(() => {});
  guard.stdin.on("error", () => {});
  guard.once("exit", () => {
    if (wanted.size > 0) fail(new ChildGone("The guard of the child processes ended."));
    for (const [child, spec] of wanted) child.kill(spec.signal ?? "SIGTERM");
  });

  const start = (spec: ChildSpec) => {
    const child = spawnLogged(spec, join(logs, `${spec.name}.log`));
    wanted.set(child, spec);
    if (child.pid) guard.stdin.write(`+ ${child.pid} ${spec.signal ?? "SIGTERM"}\n`);
    child.once("error", (error) => fail(new ChildGone(`${spec.name} could not be started: ${error.message}`)));
    child.once("exit", (code, signal) => {
      guard.stdin.write(`- ${child.pid}\n`);
      if (wanted.delete(child)) fail(new ChildGone(obituary(spec.name, code, signal, logs)));
    });
    return child;
  };
  const run = async (spec: ChildSpec) => {
    const child = spawnLogged(spec, join(logs, `${spec.name}.log`));
    if (child.pid) guard.stdin.write(`+ ${child.pid} SIGTERM\n`);
    await new Promise<void>((resolve, reject) => {
      child.once("error", (error) => reject(new ChildGone(`${spec.name} could not be started: ${error.message}`)));
      child.once("exit", (code, signal) => (code === 0 ? resolve() : reject(new ChildGone(obituary(spec.name, code, signal, logs)))));
    });
    guard.stdin.write(`- ${child.pid}\n`);
  };
  const stop = async (child: ChildProcess, signal?: NodeJS.Signals) => {
    const spec = wanted.get(child);
    if (!spec) return;
    wanted.delete(child);
    child.kill(signal ?? spec.signal ?? "SIGTERM");
    await gone(child);
  };
  const stopAll = async () => {
    const left = [...wanted.keys()];
    wanted.clear();
    guard.stdin.end();
    await Promise.all([guard, ...left].map(gone));
  };
  return { start, run, guardPid: guard.pid, crashed, stop, stopAll };
}

function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return Promise.resolve();
  return new Promise((resolve) => child.once("exit", () => resolve()));
}

function spawnLogged(spec: ChildSpec, log: string): ChildProcess {
  const out = openSync(log, "w");
  try {
    return spawn(spec.command, spec.args, {
      stdio: ["ignore", out, out],
      // A group of its own: Ctrl-C reaches this process only, which then ends the children in order.
      detached: true,
      cwd: spec.cwd,
      env: { ...process.env, ...spec.env },
      ...(spec.uid === undefined ? {} : { uid: spec.uid, gid: spec.gid }),
    });
  } finally {
    closeSync(out);
  }
}

function obituary(name: string, code: number | null, signal: string | null, logs: string): string {
  const how = signal ? `was ended by ${signal}` : `ended with code ${code}`;
  const tail = lastLines(join(logs, `${name}.log`), 25);
  return `${name} ${how}.${tail ? ` The end of its log:\n${tail}` : " It wrote no log."}`;
}

export function lastLines(file: string, count: number): string {
  try {
    const lines = readFileSync(file, "utf8").trimEnd().split("\n").slice(-count);
    return lines
      .map((line) => `  | ${line}`)
      .join("\n")
      .replace(/^ {2}\| $/, "");
  } catch {
    return "";
  }
}
