/** Postgres and the local chain without a site: `set -a; . .coinslot/dev.env` gives a site their settings. */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { describeMarket, writePrivately } from "../lib/devnet/market";
import { startDevnet } from "../lib/devnet/startDevnet";

const flag = process.argv.indexOf("--dir");
const dir = resolve(flag > 0 ? (process.argv[flag + 1] ?? ".coinslot") : ".coinslot");
mkdirSync(dir, { recursive: true });
const devnet = await startDevnet({ dir, fresh: process.argv.includes("--fresh"), ports: { postgres: 54_320, chain: 8_545, site: 4_100 } });
const lines = Object.entries(devnet.settings).map(([name, value]) => `${name}='${value}'`);
writePrivately(join(dir, "dev.env"), `${lines.join("\n")}\n`);
writePrivately(join(dir, "market.json"), JSON.stringify(describeMarket("http://127.0.0.1:3000", devnet.settings), null, 2));
console.log(`${lines.join("\n")}\n\nThe same is in ${join(dir, "dev.env")}. Ctrl-C ends it.`);
const end = async (code: number) => {
  await devnet.stop();
  process.exit(code);
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => end(0));
devnet.children.crashed.catch((error: Error) => {
  console.error(error.message);
  return end(1);
});
