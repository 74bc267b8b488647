import type { Address, Hex } from "viem";
import type { z } from "zod";
import type { Network } from "./chains";
import { envFaults } from "./envFaults";
import { envSchema } from "./envSchema";
import type { ModelRates } from "./inference/modelRates";
import { type Credential, readCredentials } from "./settlement/facilitators/credentials";

/** Factories of the smart wallets that people use (Coinbase Smart Wallet 1 and 1.1). */
const WALLET_FACTORIES: Address[] = ["0x0BA5ED0c6AA8c49038F819E587E2633c4A9F428a", "0xBA5ED110eFDBa3D005bfC882d75358ACBbB85842"];

export type SampleToken = { name: string; address: Address; what: string };

/** Something of the local chain's own history that a tool can be tried on. */
export type SamplePlace = {
  /** What an example is called: "busy V3 pool", "rug-puller". */
  name: string;
  kind: "pool_v2" | "pool_v3" | "wallet" | "deployer" | "contract" | "transaction";
  /** The pool, account or contract itself; of a transaction: who would send it. */
  address: Address;
  /** A few words on what there is to see. */
  what: string;
  /** The blocks of the history that it is part of, both of them included: the whole of it where nothing narrower is known. */
  from_block: number;
  to_block: number;
  /** Of a transaction that nobody sent yet: where to, wei as decimal text, and calldata. */
  call?: { to: Address; value: string; data: Hex } | undefined;
};

export type Env = {
  databaseUrl: string;
  network: Network;
  rpcUrl: string;
  payTo: Address;
  /** The keys that pay gas; none when a facilitator settles. */
  settlerPrivateKeys: Hex[];
  /** wei a gas. */
  maxFeeWei: bigint | null;
  /** What an ETH is worth, in atomic USDC; null where gas sets no price floor. */
  usdPerEth: bigint | null;
  finalBlocks: bigint;
  walletFactories: Address[];
  /** 32 bytes in hexadecimal that secrets are sealed with; null where none can be kept. */
  secretsKey: string | null;
  /** Lower case: who may take listings down. */
  operators: string[];
  /** Gives money back where sellers allowed it; null where nobody does. */
  refunderPrivateKey: Hex | null;
  /** Who settles when there is no key here, in the order of preference, and by what each of them knows us. */
  facilitatorUrls: string[];
  facilitatorCredentials: (Credential | null)[];
  facilitatorAccessKeys: string[];
  publicUrl: string | null;
  /** How long a paid request waits for its settlement before it is told `unknown` (202). */
  settleWaitMs: number;
  chainRpcUrls: Record<string, string>;
  contracts: { uniswapV2Factory: Address; uniswapV2Router: Address; weth: Address } | null;
  /** What says where a browser may be found. */
  browserSearch: { CHROMIUM_PATH: string | undefined; PLAYWRIGHT_BROWSERS_PATH: string | undefined; PATH: string | undefined };
  /** Present on the local chain only: everything here is worth nothing. */
  inference: {
    /** Servers that speak the OpenAI protocol, in the order of preference. */
    upstreams: { url: string; key: string | null }[];
    /** What models cost; `*` stands for those that are not named. */
    rates: ModelRates;
    /** Look for servers on this machine, too. */
    findLocal: boolean;
  };
  local: {
    minterPrivateKey: Hex;
    sellerPrivateKey: Hex;
    /** Where this process listens; null where it serves no pages. */
    port: number | null;
    sampleTokens: SampleToken[];
    samplePlaces: SamplePlace[];
    /** Origin of the sample site, which tools may fetch though it is on this machine. */
    sampleSite: string | null;
    /** Origin of the sample API, which may be sold and called though it is on this machine. */
    sampleApi: string | null;
    /** Tools may fetch any address of this machine and its network. */
    allowLocalFetch: boolean;
  } | null;
};

/** Every missing or malformed setting at once. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
  readonly faults: string[];
  constructor(faults: string[]) {
    super(`Settings are missing or malformed:\n${faults.map((f) => `  - ${f}`).join("\n")}`);
    this.faults = faults;
  }
}

/** Reads the settings of one market from `source`; throws one `SettingsError` that names every fault. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, v]) => v !== undefined && v !== ""));
  const parsed = envSchema.safeParse(given);
  const faults = parsed.success ? [] : parsed.error.issues.map((i) => nameFault(String(i.path[0]), i, given));
  faults.push(...envFaults(given));
  if (!parsed.success || faults.length > 0) throw new SettingsError(faults);
  return toEnv(parsed.data, given.LOCAL_CHAIN === "1");
}

function nameFault(name: string, issue: { message: string }, given: Record<string, unknown>): string {
  return name in given ? `${name} ${issue.message}.` : `${name} is missing.`;
}

function toEnv(data: z.output<typeof envSchema>, local: boolean): Env {
  const pairs = data.CHAIN_RPC_URLS?.split(",").map((p) => [p.slice(0, p.indexOf("=")), p.slice(p.indexOf("=") + 1)]) ?? [];
  return {
    databaseUrl: data.DATABASE_URL,
    network: data.NETWORK as Network,
    rpcUrl: data.RPC_URL,
    payTo: data.PAY_TO,
    settlerPrivateKeys: data.SETTLER_PRIVATE_KEY ?? [],
    maxFeeWei: data.MAX_FEE_GWEI === undefined ? null : BigInt(Math.round(data.MAX_FEE_GWEI * 1e9)),
    usdPerEth: data.GAS_FLOOR_USD_PER_ETH ?? null,
    finalBlocks: BigInt(data.FINAL_BLOCKS ?? 64),
    walletFactories: [...WALLET_FACTORIES, ...(data.WALLET_FACTORIES ?? [])],
    secretsKey: data.SECRETS_KEY ?? null,
    operators: (data.OPERATORS ?? []).map((operator) => operator.toLowerCase()),
    refunderPrivateKey: data.REFUNDER_PRIVATE_KEY ?? null,
    facilitatorUrls: data.FACILITATOR_URL ?? [],
    facilitatorCredentials: readCredentials(data.FACILITATOR_KEYS ?? "", data.FACILITATOR_URL ?? []).credentials,
    facilitatorAccessKeys: data.FACILITATOR_ACCESS_KEYS ?? [],
    publicUrl: data.PUBLIC_URL?.replace(/\/+$/, "") ?? null,
    settleWaitMs: (data.SETTLE_WAIT_SECONDS ?? 25) * 1000,
    contracts:
      data.UNISWAP_V2_FACTORY && data.UNISWAP_V2_ROUTER && data.WETH
        ? { uniswapV2Factory: data.UNISWAP_V2_FACTORY, uniswapV2Router: data.UNISWAP_V2_ROUTER, weth: data.WETH }
        : null,
    chainRpcUrls: { ...Object.fromEntries(pairs), [data.NETWORK]: data.RPC_URL },
    inference: {
      upstreams: (data.INFERENCE_BASE_URL ?? []).map((url, i) => ({ url, key: data.INFERENCE_API_KEY?.[i] ?? null })),
      rates: data.INFERENCE_MODELS ?? {},
      findLocal: data.INFERENCE_LOCAL !== "0",
    },
    browserSearch: {
      CHROMIUM_PATH: data.CHROMIUM_PATH,
      PLAYWRIGHT_BROWSERS_PATH: data.PLAYWRIGHT_BROWSERS_PATH,
      PATH: data.PATH,
    },
    local: local
      ? {
          minterPrivateKey: data.TEST_MINTER_PRIVATE_KEY as Hex,
          sellerPrivateKey: data.TEST_SELLER_PRIVATE_KEY as Hex,
          port: data.PORT ? Number(data.PORT) : null,
          sampleTokens: data.SAMPLE_TOKENS ?? [],
          samplePlaces: data.SAMPLE_PLACES ?? [],
          sampleSite: data.SAMPLE_SITE_URL ? new URL(data.SAMPLE_SITE_URL).origin : null,
          sampleApi: data.SAMPLE_API_URL ? new URL(data.SAMPLE_API_URL).origin : null,
          allowLocalFetch: data.ALLOW_LOCAL_FETCH === "1",
        }
      : null,
  };
}

let cached: Env | undefined;

/** The settings of this process, read once. The only reader of `process.env` on the server. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}
