import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The key that this market seals secrets with: made once, and kept beside its data, since only the chain's money is play money. */
export function keepSecretsKey(dir: string): string {
  const path = join(dir, "secrets-key");
  if (existsSync(path)) return readFileSync(path, "utf8").trim();
  const key = randomBytes(32).toString("hex");
  mkdirSync(dir, { recursive: true });
  writeFileSync(path, key, { mode: 0o600 });
  return key;
}
