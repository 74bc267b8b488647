/** `node scripts/run.mjs <file.ts> [arguments]`: installs what is missing, then runs the file with the project's Node. */

import { handOver } from "./bootstrap/handOver.mjs";
import { ensurePackages } from "./bootstrap/install.mjs";
import { createProgress } from "./bootstrap/progress.mjs";

const [file, ...args] = process.argv.slice(2);
if (!file) {
  console.error("Usage: node scripts/run.mjs <file.ts> [arguments]");
  process.exit(2);
}
try {
  await ensurePackages(createProgress(process.stderr));
  process.exitCode = await handOver(file, args);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
