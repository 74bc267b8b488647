/** `npm start`: installs what is missing, then opens the market. `--dev` for hot reload, `--fresh` to start over. */
import { handOver } from "./bootstrap/handOver.mjs";
import { ensurePackages } from "./bootstrap/install.mjs";
import { createProgress } from "./bootstrap/progress.mjs";

try {
  await ensurePackages(createProgress());
  process.exitCode = await handOver("scripts/market.ts", process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
