import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { candidates } from "../../lib/web/browser/chromium.mjs";

/** The first candidate that really runs: some systems ship a stub that only asks for another package. */
export function findChromium(paths = candidates(process.env), works = runs) {
  return paths.find((path) => existsSync(path) && works(path)) ?? null;
}

function runs(path) {
  const { status, stdout } = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 20_000 });
  return status === 0 && /chrom/i.test(stdout);
}

const MANAGERS = [
  {
    program: "apt-get",
    commands: [
      ["apt-get", "update"],
      ["apt-get", "install", "-y", "-o", "DPkg::Lock::Timeout=120", "--no-install-recommends", "chromium"],
    ],
  },
  { program: "dnf", commands: [["dnf", "install", "-y", "chromium"]] },
  { program: "apk", commands: [["apk", "add", "--no-cache", "chromium"]] },
  { program: "brew", commands: [["brew", "install", "--cask", "chromium"]] },
];

/** What installs a Chromium here: the system's package manager, and Playwright's own download if that is of no use. */
export function installCommands(root, has = (program) => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0) {
  const manager = MANAGERS.find(({ program }) => has(program));
  const asRoot = process.getuid?.() === 0 || manager?.program === "brew" ? [] : ["sudo", "-n"];
  const system = manager ? manager.commands.map((command) => [...asRoot, ...command]) : [];
  return { system, fallback: [process.execPath, join(root, "node_modules", "@playwright", "test", "cli.js"), "install", "chromium"] };
}
