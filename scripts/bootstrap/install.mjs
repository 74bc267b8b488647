import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");

/**
 * Installs what the lockfile of `folder` names, unless it is there already. `npm install` rather than `npm ci`: it keeps to
 * the lockfile too, and adds the variants of native packages that this platform needs and the lockfile may not list.
 *
 * @param {import("./progress.mjs").Progress} progress
 */
export async function ensurePackages(progress, folder = ROOT, name = "Packages") {
  if (isInstalled(folder)) return;
  await progress.step(name, async () => {
    const counter = setInterval(() => progress.hint(`${countPackages(folder)} folders`), 500);
    try {
      await npm(["install", "--no-audit", "--no-fund", "--include=dev", "--loglevel=error"], folder);
    } finally {
      clearInterval(counter);
      progress.hint("");
    }
  });
  writeFileSync(stampFile(folder), stamp(folder));
}

const stampFile = (folder) => join(folder, "node_modules", ".coinslot-installed");

function stamp(folder) {
  const hash = createHash("sha256");
  for (const name of ["package.json", "package-lock.json"]) {
    const file = join(folder, name);
    if (existsSync(file)) hash.update(readFileSync(file));
  }
  return hash.digest("hex");
}

function isInstalled(folder) {
  // npm writes this file last, so a cut-short installation lacks it.
  const done = join(folder, "node_modules", ".package-lock.json");
  if (!existsSync(done)) return false;
  if (existsSync(stampFile(folder)) && readFileSync(stampFile(folder), "utf8") === stamp(folder)) return true;
  const lock = join(folder, "package-lock.json");
  const changed = existsSync(lock) ? statSync(lock).mtimeMs : 0;
  // Somebody ran npm themselves, after the lockfile's last change (npm writes the two within seconds).
  return statSync(done).mtimeMs + 10_000 >= changed;
}

function countPackages(folder) {
  const modules = join(folder, "node_modules");
  if (!existsSync(modules)) return 0;
  return readdirSync(modules).reduce((sum, entry) => sum + (entry.startsWith("@") ? readdirSync(join(modules, entry)).length : 1), 0);
}

/** Runs the npm that runs us, or the one on the path. */
function npm(args, cwd) {
  mkdirSync(join(cwd, "node_modules"), { recursive: true });
  const own = process.env.npm_execpath?.endsWith(".js") ? process.env.npm_execpath : null;
  const [command, first] = own ? [process.execPath, [own]] : ["npm", []];
  return new Promise((done, fail) => {
    const child = spawn(command, [...first, ...args], {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      shell: !own && process.platform === "win32",
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.once("error", (error) => fail(new Error(`npm could not be started: ${error.message}`)));
    child.once("exit", (code) => {
      if (code === 0) done(undefined);
      else fail(new Error(`npm install failed with code ${code}.\n${output.trim().split("\n").slice(-20).join("\n")}`));
    });
  });
}
