import { paymentNetwork } from "../chains";
import { type Env, parseEnv, SettingsError } from "../env";
import { chooseNetwork, LOCAL_ONLY, localOnlyFaults } from "./chooseNetwork";
import { localSettings, type Settings } from "./localSettings";

type Source = Record<string, string | undefined>;

/** What a start is to do, as the environment says. */
export type Plan = {
  network: "local" | "real";
  chainId: number;
  /** Of the real network; the local chain's place is known once it runs. */
  rpcUrl: string;
  /** A Postgres that runs already, or null for the embedded one. */
  databaseUrl: string | null;
  host: string;
  port: number;
};

/** Stands in for what is known only once it has started. */
const LATER = { database: "postgres://later@127.0.0.1/coinslot", rpc: "http://127.0.0.1:1" };

/** Reads the environment; throws one `SettingsError` that names every fault before anything has started. */
export function readPlan(source: Source): Plan {
  const network = chooseNetwork(source);
  const port = Number(source.PORT || 3000);
  const faults = network === "real" ? localOnlyFaults(source) : [];
  if (!Number.isInteger(port) || port < 1 || port > 65_535) faults.push("PORT must be a number from 1 to 65535.");
  const databaseUrl = source.DATABASE_URL || null;
  const settings: Source =
    network === "real"
      ? { ...without(source, LOCAL_ONLY), DATABASE_URL: databaseUrl ?? LATER.database }
      : { ...source, ...localSettings(databaseUrl ?? LATER.database, LATER.rpc, []) };
  const env = tryParse(settings, faults);
  if (faults.length > 0 || !env) throw new SettingsError(faults);
  const { chainId } = paymentNetwork(env.network);
  return { network, chainId, rpcUrl: env.rpcUrl, databaseUrl, host: source.HOST || "127.0.0.1", port };
}

function tryParse(settings: Source, faults: string[]): Env | null {
  try {
    return parseEnv(settings);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    faults.push(...error.faults);
    return null;
  }
}

function without(source: Source, names: readonly string[]): Source {
  return Object.fromEntries(Object.entries(source).filter(([name]) => !names.includes(name)));
}

/** The settings of a real network as the site gets them: what the user set, and the database's place. */
export function realSettings(source: Source, databaseUrl: string): Settings {
  const names = [
    ...["NETWORK", "RPC_URL", "PAY_TO", "SETTLER_PRIVATE_KEY", "FACILITATOR_URL", "FACILITATOR_KEYS", "FACILITATOR_ACCESS_KEYS"],
    ...["MAX_FEE_GWEI", "GAS_FLOOR_USD_PER_ETH", "FINAL_BLOCKS", "WALLET_FACTORIES", "PUBLIC_URL", "CHAIN_RPC_URLS", "SETTLE_WAIT_SECONDS"],
    ...["INFERENCE_BASE_URL", "INFERENCE_API_KEY", "INFERENCE_MODELS", "INFERENCE_LOCAL"],
    ...["CHROMIUM_PATH"],
  ];
  const given = names.flatMap((name) => (source[name] ? [[name, source[name]]] : []));
  return { ...Object.fromEntries(given), DATABASE_URL: databaseUrl };
}
