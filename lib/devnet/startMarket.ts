import { join } from "node:path";
import { buildSite, isBuilt } from "./buildSite";
import { checkRpc } from "./checkRpc";
import type { Children } from "./children";
import { freePort } from "./freePort";
import type { Settings } from "./localSettings";
import { describeMarket, type Market, writePrivately } from "./market";
import { type Plan, realSettings } from "./readPlan";
import { type Step, startDatabase, startDevnet } from "./startDevnet";
import { startSite } from "./startSite";

export type MarketOptions = {
  root: string;
  dir: string;
  plan: Plan;
  children: Children;
  step: Step;
  dev?: boolean;
  volatile?: boolean;
};

export type RunningMarket = { market: Market; stop: () => Promise<void> };

/** Opens the whole market: its database, its chain and its site, what can go side by side doing so. */
export async function startMarket(options: MarketOptions): Promise<RunningMarket> {
  const { root, dir, plan, children, step, dev = false } = options;
  const build = dev || isBuilt(root) ? Promise.resolve() : step("Site build", () => buildSite(root, children));
  const ground = plan.network === "local" ? startLocal(options) : startReal(options);
  const [{ settings, stop }] = await Promise.race([Promise.all([ground, build]), children.crashed]);
  const port = await freePort(plan.port, plan.host);
  const opened = step("Site", () => startSite({ root, children, settings, host: plan.host, port, dev }));
  const url = await Promise.race([opened, children.crashed]);
  const market = describeMarket(url, settings);
  writePrivately(join(dir, "market.json"), `${JSON.stringify(market, null, 2)}\n`);
  return { market, stop };
}

type Ground = { settings: Settings; stop: () => Promise<void> };

async function startLocal({ root, dir, plan, children, step, volatile }: MarketOptions): Promise<Ground> {
  const ports = volatile ? undefined : { postgres: 54_320, chain: 8_545, site: 4_100, api: 4_110 };
  const databaseUrl = plan.databaseUrl ?? undefined;
  const cacheDir = join(root, ".coinslot", "cache");
  return startDevnet({ dir, cacheDir, volatile, ports, databaseUrl, children, step });
}

async function startReal({ dir, plan, children, step }: MarketOptions): Promise<Ground> {
  await step("Network", () => checkRpc(plan.rpcUrl, plan.chainId));
  const databaseUrl = plan.databaseUrl ?? undefined;
  const ready = await startDatabase({ dir, databaseUrl, step, ports: { postgres: 54_320 } }, children);
  return { settings: realSettings(process.env, ready), stop: children.stopAll };
}
