import { rmSync } from "node:fs";
import { join } from "node:path";
import type { SamplePlace, SampleToken } from "../env";
import { type Children, holdChildren } from "./children";
import { localSettings, type Settings } from "./localSettings";
import { migrateDatabase } from "./migrateDatabase";
import { startPostgres } from "./postgres";
import { removePostgresData } from "./postgresHome";
import { startSampleApi } from "./sampleApi";
import { startSampleSite } from "./sampleSite";
import { keepSecretsKey } from "./secretsKey";
import { startChain } from "./startChain";

/** Runs a named part of the start; whoever shows progress hands in their own. */
export type Step = <T>(name: string, run: () => Promise<T>) => Promise<T>;

export type DevnetOptions = {
  /** Everything that lives on between two runs is below this folder. */
  dir: string;
  /** Compiled contracts and the furnished chain, good for every devnet of this checkout. */
  cacheDir?: string;
  /** Forget what an earlier run left. */
  fresh?: boolean;
  /** Throw-away data: speed before safety. */
  volatile?: boolean;
  /** Preferred ports; any free one otherwise. */
  ports?: { postgres?: number; chain?: number; site?: number; api?: number };
  /** A Postgres that runs already. */
  databaseUrl?: string;
  children?: Children;
  step?: Step;
};

export type Devnet = {
  databaseUrl: string;
  rpcUrl: string;
  sampleTokens: SampleToken[];
  samplePlaces: SamplePlace[];
  /** The environment of a site that runs on it. */
  settings: Settings;
  children: Children;
  stop: () => Promise<void>;
};

/** A Postgres with the newest schema and a furnished local chain, side by side; both end with this process. */
export async function startDevnet(options: DevnetOptions): Promise<Devnet> {
  const { dir, step = (_, run) => run() } = options;
  const cacheDir = options.cacheDir ?? join(".coinslot", "cache");
  if (options.fresh) removeData(dir);
  const children = options.children ?? holdChildren(join(dir, "logs"));
  try {
    const [databaseUrl, chain, site, api] = await Promise.race([
      Promise.all([
        startDatabase(options, children),
        step("Local chain", () => startChain({ dir, cacheDir, children, port: options.ports?.chain })),
        step("Sample site", () => startSampleSite(options.ports?.site)),
        step("Sample API", () => startSampleApi(options.ports?.api)),
      ]),
      children.crashed,
    ]);
    const { rpcUrl, sampleTokens, samplePlaces, stopSaving } = chain;
    const settings = {
      ...localSettings(databaseUrl, rpcUrl, sampleTokens, site.origin, keepSecretsKey(dir), api.origin),
      SAMPLE_PLACES: JSON.stringify(samplePlaces),
    };
    const stop = async () => {
      await stopSaving();
      await children.stopAll();
      await Promise.all([site.close(), api.close()]);
    };
    return { databaseUrl, rpcUrl, sampleTokens, samplePlaces, settings, children, stop };
  } catch (error) {
    // Children that were handed in are the caller's, who knows what else must end and why.
    if (!options.children) await children.stopAll();
    throw error;
  }
}

/** The database alone: what a market on a real network needs of all this. */
export async function startDatabase(options: DevnetOptions, children: Children): Promise<string> {
  const { dir, ports, volatile, step = (_, run) => run() } = options;
  const url = options.databaseUrl ?? (await step("Postgres", () => startPostgres({ dir, children, port: ports?.postgres, volatile })));
  await step("Database schema", () => migrateDatabase(url));
  return url;
}

export function removeData(dir: string): void {
  removePostgresData(dir);
  for (const name of ["postgres-password", "secrets-key", "chain", "logs"]) rmSync(join(dir, name), { recursive: true, force: true });
}
