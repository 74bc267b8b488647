/**
 * `npm run mcp`: the market's tools over stdio, for agents on this desk, paid with one's own key within a budget. stdout
 * carries the protocol alone.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { createBridge } from "../lib/mcp/bridge/bridge";
import { BadOption, type LocalMarket, readOptions } from "../lib/mcp/bridge/options";
import { formatUsd } from "../lib/money";

const say = (line: string) => void process.stderr.write(`coinslot: ${line}\n`);

function readMarket(): LocalMarket | null {
  const file = process.env.COINSLOT_MARKET ?? resolve(import.meta.dirname, "..", ".coinslot", "market.json");
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function start() {
  const key = process.env.COINSLOT_PRIVATE_KEY;
  // Nothing that this process starts needs to see it.
  delete process.env.COINSLOT_PRIVATE_KEY;
  try {
    return readOptions({ args: process.argv.slice(2), key, market: readMarket() });
  } catch (error) {
    if (!(error instanceof BadOption)) throw error;
    say(error.message);
    process.exit(2);
  }
}

const options = start();
const { server, close } = createBridge(options, say);
let closing = false;
const end = async () => {
  if (closing) return;
  closing = true;
  await close();
  process.exit(0);
};
// The agent closes our input when it leaves.
process.stdin.on("end", end);
process.stdin.on("close", end);
process.stdout.on("error", end);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
server.onerror = (error) => say(error.message.slice(0, 300));

await server.connect(new StdioServerTransport());
const who = options.account ? `pays from ${options.account.address}` : "has no key, so it pays nothing";
say(`${options.url.href}; ${who}; at most ${formatUsd(options.maxPerCall)} a call, ${formatUsd(options.maxPerDay)} a day`);
