import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

/** Where a Chromium could be, the best guess first. */
/** @param {Record<string, string | undefined>} env */
export function candidates(env = process.env, home = homedir()) {
  const folders = [...new Set(["/usr/bin", ...(env.PATH ?? "").split(delimiter)])].filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [env.CHROMIUM_PATH, ...onPath, ...MAC, ...playwrightOwn(env, home)].filter(Boolean);
}

function playwrightOwn(env, home) {
  const root = env.PLAYWRIGHT_BROWSERS_PATH ?? join(home, process.platform === "darwin" ? "Library/Caches" : ".cache", "ms-playwright");
  if (!existsSync(root)) return [];
  const versions = readdirSync(root).filter((name) => /^chromium-\d+$/.test(name));
  const programs = ["chrome-linux64/chrome", "chrome-linux/chrome", "chrome-mac/Chromium.app/Contents/MacOS/Chromium"];
  return versions
    .sort()
    .reverse()
    .flatMap((version) => programs.map((program) => join(root, version, program)));
}

/** The first candidate that really runs: some systems ship a stub that only asks for another package. */
export function findChromium(paths = candidates(), works = runs) {
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
