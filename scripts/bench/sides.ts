import { join } from "node:path";
import { testAccount, testPrivateKey } from "@/lib/devnet/accounts";
import { isBuilt, nextProgram } from "@/lib/devnet/buildSite";
import { freePort } from "@/lib/devnet/freePort";
import { localSettings } from "@/lib/devnet/localSettings";
import { migrateDatabase } from "@/lib/devnet/migrateDatabase";
import { startPostgres } from "@/lib/devnet/postgres";
import { startSite } from "@/lib/devnet/startSite";
import { until } from "@/lib/devnet/until";
import type { Ground } from "./ground";
import type { Mode, SideName, Target } from "./types";

/** A side that is open for calls: where, and which processes serve. */
export type Side = { target: Target; server: number; helpers: Record<string, number> };

const HOST = "127.0.0.1";
const FROM_PORT = 4_300;
/** How often the official facilitator looks for receipts: often where blocks come at once, seldom enough not to burn CPU elsewhere. */
const POLL_MS: Record<Mode, number> = { automine: 10, blocks: 100 };

/** Starts one side on its ground. */
export function openSide(name: SideName, mode: Mode, root: string, ground: Ground): Promise<Side> {
  return name === "coinslot" ? openCoinslot(root, ground) : openOfficial(name, mode, officialFolder(root), ground);
}

export function officialFolder(root: string): string {
  return join(root, "scripts", "bench", "official");
}

/** The folder whose production build this side needs, when that build is missing or old. */
export function needsBuild(name: SideName, root: string): string | null {
  if (name === "express") return null;
  const folder = name === "next" ? officialFolder(root) : root;
  return isBuilt(folder) ? null : folder;
}

/** As `npm start` opens it, with a ledger that keeps its promises: what a crash must not lose is on the disk. */
async function openCoinslot(root: string, { dir, children, rpcUrl, sampleTokens, pid }: Ground): Promise<Side> {
  const databaseUrl = await startPostgres({ dir, children });
  await migrateDatabase(databaseUrl);
  const settings = localSettings(databaseUrl, rpcUrl, sampleTokens);
  const url = await startSite({ root, children, settings, host: HOST, port: await freePort(FROM_PORT, HOST), dev: false });
  const target = { url, live: "/api/live", runs: "/api/devnet/echo/runs", echo: "/api/devnet/echo" };
  return { target, server: pid("site"), helpers: { postgres: pid("postgres") } };
}

async function openOfficial(name: "express" | "next", mode: Mode, folder: string, { children, rpcUrl, pid }: Ground): Promise<Side> {
  const start = async (what: string, args: string[], env: Record<string, string>, ready: string) => {
    const port = await freePort(FROM_PORT, HOST);
    const shown = args.map((arg) => (arg === "PORT" ? String(port) : arg));
    const env_ = { ...env, PORT: String(port), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1" };
    children.start({ name: what, command: process.execPath, args: shown, cwd: folder, env: env_ });
    const url = `http://${HOST}:${port}`;
    await until(what, 60_000, async () => {
      const { status } = await fetch(`${url}${ready}`);
      if (status !== 200) throw new Error(`${ready} answered ${status}`);
    });
    return url;
  };
  const secrets = { RPC_URL: rpcUrl, SETTLER_PRIVATE_KEY: testPrivateKey("settler"), POLL_MS: String(POLL_MS[mode]) };
  const facilitator = await start("facilitator", ["facilitator.mjs"], secrets, "/supported");
  const program = name === "express" ? ["express.mjs"] : [nextProgram(folder), "start", "--port", "PORT", "--hostname", HOST];
  const url = await start(name, program, { FACILITATOR_URL: facilitator, PAY_TO: testAccount("seller").address }, "/live");
  const target = { url, live: "/live", runs: "/runs", echo: "/echo" };
  return { target, server: pid(name), helpers: { facilitator: pid("facilitator") } };
}
