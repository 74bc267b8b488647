import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Everything that a production build is made from. */
const SOURCES = ["app", "components", "lib", "db", "public", "next.config.ts", "package.json", "package-lock.json"];

/** What lies beside the sources and never reaches a build. */
const BESIDE = /\.(test|spec)\.tsx?$|\.md$|\.sol$|(^|\/)testdata\//;

/** A digest that changes when the site must be built again. */
export function sourceHash(root: string): string {
  const hash = createHash("sha256").update(process.versions.node).update(compilerOptions(root));
  for (const file of SOURCES.flatMap((name) => filesBelow(root, name))) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

/** Next writes its own list of files and its own layout into tsconfig.json as it builds; the options alone count. */
function compilerOptions(root: string): string {
  const file = join(root, "tsconfig.json");
  return existsSync(file) ? JSON.stringify(JSON.parse(readFileSync(file, "utf8")).compilerOptions) : "";
}

function filesBelow(root: string, path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return BESIDE.test(path) ? [] : [path];
  const names = readdirSync(full).sort();
  return names.flatMap((name) => filesBelow(root, `${path}/${name}`));
}
