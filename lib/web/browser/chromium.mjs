import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

/**
 * Where a Chromium could be, the best guess first. Plain JavaScript, since the tests look for one before anything is installed.
 *
 * @param {Record<string, string | undefined>} env
 * @param {string} home
 * @returns {string[]}
 */
export function candidates(env, home = homedir()) {
  const folders = [...new Set(["/usr/bin", ...(env.PATH ?? "").split(delimiter)])].filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [env.CHROMIUM_PATH ?? "", ...onPath, ...MAC, ...playwrightOwn(env, home)].filter(Boolean);
}

/**
 * @param {Record<string, string | undefined>} env
 * @param {string} home
 */
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
