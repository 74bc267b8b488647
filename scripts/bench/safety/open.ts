import { readFileSync } from "node:fs";
import type { Address } from "viem";
import { paymentNetwork } from "@/lib/chains";
import { buildSite, isBuilt } from "@/lib/devnet/buildSite";
import { freePort } from "@/lib/devnet/freePort";
import { localSettings } from "@/lib/devnet/localSettings";
import type { Market } from "@/lib/devnet/market";
import { migrateDatabase } from "@/lib/devnet/migrateDatabase";
import { startPostgres } from "@/lib/devnet/postgres";
import { rpc } from "@/lib/devnet/rpc";
import { startSite } from "@/lib/devnet/startSite";
import { createProgress } from "../../bootstrap/progress.mjs";
import { type Ground, openGround } from "../ground";
import { openEngine } from "./askEngine";
import { openCustomer } from "./askMarket";
import type { Options } from "./options";
import type { Answered } from "./types";

type Ask = (token: Address) => Promise<Answered>;

export type Chains = {
  rpcUrl: string;
  /** Other accounts on a chain that was used before. */
  salt: string;
  engine: Ask;
  /** Missing when only the tool itself is asked. */
  customer: (() => Promise<Ask>) | null;
  stop: () => Promise<void>;
};

const HOST = "127.0.0.1";
const USDC = paymentNetwork("eip155:84532").asset.address;
/** Whoever makes the blocks of a real chain is somebody; nobody's address would betray a simulation. */
const COINBASE = "0x4200000000000000000000000000000000000011";

/** A chain and, unless only the engine is wanted, a market on it; or those that run already. */
export async function openChains(root: string, options: Options): Promise<Chains> {
  if (options.market) return running(options.market, options);
  const ground = await openGround(root, "automine");
  await rpc(ground.rpcUrl, "anvil_setCoinbase", [COINBASE]);
  return {
    rpcUrl: ground.rpcUrl,
    salt: "",
    engine: openEngine(ground.rpcUrl, options.latency),
    customer: options.engine ? null : async () => openCustomer(await openMarket(root, ground), ground.rpcUrl, USDC),
    stop: ground.stop,
  };
}

function running(file: string, { engine, latency }: Options): Chains {
  const { url, rpcUrl } = JSON.parse(readFileSync(file, "utf8")) as Market;
  return {
    rpcUrl,
    salt: String(Date.now()),
    engine: openEngine(rpcUrl, latency),
    customer: engine ? null : () => openCustomer(url, rpcUrl, USDC),
    stop: async () => undefined,
  };
}

async function openMarket(root: string, { dir, children, rpcUrl, sampleTokens }: Ground): Promise<string> {
  if (!isBuilt(root)) await createProgress().step("the site", () => buildSite(root, children));
  const databaseUrl = await startPostgres({ dir, children });
  await migrateDatabase(databaseUrl);
  const settings = localSettings(databaseUrl, rpcUrl, sampleTokens);
  return startSite({ root, children, settings, host: HOST, port: await freePort(4_300, HOST), dev: false });
}
