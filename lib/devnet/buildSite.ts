import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Children } from "./children";
import { sourceHash } from "./sourceHash";

/** Where Next puts a build; `.next` unless told otherwise. */
export function distDir(): string {
  return process.env.NEXT_DIST_DIR || ".next";
}

/** Is the production build there that these sources make? */
export function isBuilt(root: string): boolean {
  const mark = markFile(root);
  if (!existsSync(mark) || !existsSync(join(root, distDir(), "BUILD_ID"))) return false;
  return readFileSync(mark, "utf8") === sourceHash(root);
}

/** Builds the site for production. The mark is written last, so a build that was cut short counts as none. */
export async function buildSite(root: string, children: Children): Promise<void> {
  const before = sourceHash(root);
  rmSync(markFile(root), { force: true });
  await children.run({
    name: "build",
    command: process.execPath,
    args: [nextProgram(root), "build"],
    cwd: root,
    // The checks prove the types; proving them again would double the time to the first page.
    env: { COINSLOT_SKIP_TYPES: "1", NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1" },
  });
  writeFileSync(markFile(root), before);
}

export function nextProgram(root: string): string {
  return join(root, "node_modules", "next", "dist", "bin", "next");
}

function markFile(root: string): string {
  return join(root, distDir(), "built-from");
}
