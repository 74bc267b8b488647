import { type Address, getAddress, type Hex, isAddress } from "viem";
import { mnemonicToAccount, privateKeyToAccount } from "viem/accounts";
import { z } from "zod";
import { isNetwork, type Network } from "./chains";
import { parseUsdc } from "./money";
import { type Credential, readCredentials } from "./settlement/facilitators/credentials";

/** Factories of the smart wallets that people use (Coinbase Smart Wallet 1 and 1.1). */
const WALLET_FACTORIES: Address[] = ["0x0BA5ED0c6AA8c49038F819E587E2633c4A9F428a", "0xBA5ED110eFDBa3D005bfC882d75358ACBbB85842"];

/** The mnemonic that every development chain knows, and so does everybody who steals from one. */
export const TEST_MNEMONIC = "test test test test test test test test test test test junk";

const loopback = (url: string) => /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(new URL(url).hostname);

const url = (protocols: string[]) =>
  z.string().refine((v) => URL.canParse(v) && protocols.includes(new URL(v).protocol), {
    error: `must be a URL that starts with ${protocols.map((p) => `${p}//`).join(" or ")}`,
  });
const privateKey = z
  .string()
  .regex(/^0x[0-9a-fA-F]{64}$/, "must be 0x and 64 hexadecimal characters")
  .refine(isKey, "is not a private key: it must be from 1 to the order of secp256k1")
  .transform((v) => v as Hex);

const privateKeys = z
  .string()
  .transform((text) => text.split(",").map((part) => part.trim()))
  .pipe(z.array(privateKey).min(1).max(20));

function isKey(text: string): boolean {
  try {
    return privateKeyToAccount(text as Hex).address.length === 42;
  } catch {
    return false;
  }
}

const facilitatorUrls = z
  .string()
  .transform((text) => text.split(",").map((part) => part.trim()))
  .pipe(
    z
      .array(
        url(["http:", "https:"])
          .refine((v) => !URL.canParse(v) || !(new URL(v).username || new URL(v).password), {
            error: "must hold no password; that goes into FACILITATOR_KEYS",
          })
          .transform((v) => v.replace(/\/+$/, "")),
      )
      .min(1)
      .max(10),
  );

const accessKeys = z
  .string()
  .transform((text) => text.split(",").map((part) => part.trim()))
  .pipe(
    z
      .array(z.string().regex(/^[\x21-\x7e]{24,200}$/, "must be keys of 24 to 200 characters without spaces, separated by commas"))
      .max(1_000),
  );

const address = z
  .string()
  .refine((v) => isAddress(v, { strict: false }), { error: "must be an address: 0x and 40 hexadecimal characters" })
  .transform((v): Address => getAddress(v));

const addresses = z
  .string()
  .transform((text) => text.split(",").map((part) => part.trim()))
  .pipe(z.array(address));

const sampleTokens = z
  .string()
  .transform((text, ctx): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      ctx.addIssue({ code: "custom", message: "must be JSON" });
      return z.NEVER;
    }
  })
  .pipe(z.array(z.object({ name: z.string(), address, what: z.string() })));

const dollars = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,6})?$/, "must be dollars, such as 2500 or 2500.50")
  .transform(parseUsdc)
  .refine((v) => v > 0n, "must be more than nothing");

const schema = z.object({
  DATABASE_URL: url(["postgres:", "postgresql:"]),
  NETWORK: z.string().refine(isNetwork, { error: "must be eip155:8453 (Base) or eip155:84532 (Base Sepolia)" }),
  RPC_URL: url(["http:", "https:"]),
  PAY_TO: address,
  /** One key, or several separated by commas: they pay the gas side by side. */
  SETTLER_PRIVATE_KEY: privateKeys.optional(),
  /** gwei a gas that a settlement may cost at the most. */
  MAX_FEE_GWEI: z.coerce.number("must be a number of gwei from 0.001 to 10000").min(0.001).max(10_000).optional(),
  /** Dollars that an ETH is worth: no call costs less than the gas of its settlement. */
  GAS_FLOOR_USD_PER_ETH: dollars.optional(),
  /** Blocks above a settlement after which it is not looked at again. */
  FINAL_BLOCKS: z.coerce.number("must be a number of blocks from 1 to 10000").int().min(1).max(10_000).optional(),
  /** Contracts that may put up smart wallets which have yet to be (EIP-6492), beside the well-known ones. */
  WALLET_FACTORIES: addresses.optional(),
  /** One address, or several separated by commas: the next is asked when one fails. */
  FACILITATOR_URL: facilitatorUrls.optional(),
  /** What those facilitators want to see of us, see `readCredentials`. */
  FACILITATOR_KEYS: z.string().optional(),
  /** The keys of those who may use our own facilitator on a real network. */
  FACILITATOR_ACCESS_KEYS: accessKeys.optional(),
  PUBLIC_URL: url(["http:", "https:"]).optional(),
  /** `eip155:1=https://…,eip155:8453=https://…`: nodes that tools may read beside the market's own. */
  CHAIN_RPC_URLS: z
    .string()
    .regex(/^(eip155:\d+=https?:\/\/[^,\s]+)(,eip155:\d+=https?:\/\/[^,\s]+)*$/, "must be eip155:ID=URL, separated by commas")
    .optional(),
  SETTLE_WAIT_SECONDS: z.coerce.number("must be a number of seconds from 1 to 85").min(1).max(85).optional(),
  LOCAL_CHAIN: z.literal("1").optional(),
  TEST_MINTER_PRIVATE_KEY: privateKey.optional(),
  TEST_SELLER_PRIVATE_KEY: privateKey.optional(),
  SAMPLE_TOKENS: sampleTokens.optional(),
  /** Where the local chain's exchange lives; on public networks the tools know it. */
  UNISWAP_V2_FACTORY: address.optional(),
  UNISWAP_V2_ROUTER: address.optional(),
  WETH: address.optional(),
});

export type SampleToken = { name: string; address: Address; what: string };

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
  /** Who settles when there is no key here, in the order of preference, and by what each of them knows us. */
  facilitatorUrls: string[];
  facilitatorCredentials: (Credential | null)[];
  facilitatorAccessKeys: string[];
  publicUrl: string | null;
  /** How long a paid request waits for its settlement before it is told `unknown` (202). */
  settleWaitMs: number;
  chainRpcUrls: Record<string, string>;
  contracts: { uniswapV2Factory: Address; uniswapV2Router: Address; weth: Address } | null;
  /** Present on the local chain only: everything here is worth nothing. */
  local: { minterPrivateKey: Hex; sellerPrivateKey: Hex; sampleTokens: SampleToken[] } | null;
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
  const parsed = schema.safeParse(given);
  const faults = parsed.success ? [] : parsed.error.issues.map((i) => nameFault(String(i.path[0]), i, given));
  if (!given.SETTLER_PRIVATE_KEY && !given.FACILITATOR_URL) {
    faults.push("SETTLER_PRIVATE_KEY or FACILITATOR_URL is missing: one of them settles the payments.");
  }
  faults.push(...facilitatorFaults(given));
  const local = given.LOCAL_CHAIN === "1";
  faults.push(...(local ? localFaults(given) : testKeyFaults(given)));
  if (!parsed.success || faults.length > 0) throw new SettingsError(faults);
  return toEnv(parsed.data, local);
}

function nameFault(name: string, issue: { message: string }, given: Record<string, unknown>): string {
  return name in given ? `${name} ${issue.message}.` : `${name} is missing.`;
}

/** `given` are the settings as text. */
function facilitatorFaults({ FACILITATOR_URL, FACILITATOR_KEYS, ...given }: Record<string, string | undefined>): string[] {
  const faults: string[] = [];
  const urls = facilitatorUrls.safeParse(FACILITATOR_URL);
  if (FACILITATOR_KEYS && !FACILITATOR_URL) faults.push("FACILITATOR_KEYS goes with FACILITATOR_URL only.");
  if (FACILITATOR_KEYS && urls.success) faults.push(...readCredentials(FACILITATOR_KEYS, urls.data).faults);
  if (given.FACILITATOR_ACCESS_KEYS && !given.SETTLER_PRIVATE_KEY) {
    faults.push("FACILITATOR_ACCESS_KEYS goes with SETTLER_PRIVATE_KEY only: whoever settles for others pays the gas.");
  }
  if (given.GAS_FLOOR_USD_PER_ETH && !given.SETTLER_PRIVATE_KEY) {
    faults.push("GAS_FLOOR_USD_PER_ETH goes with SETTLER_PRIVATE_KEY only: otherwise the gas is paid by others.");
  }
  return faults;
}

function localFaults(given: Record<string, string | undefined>): string[] {
  const faults: string[] = [];
  if (given.NETWORK !== "eip155:84532") faults.push("LOCAL_CHAIN=1 goes with NETWORK=eip155:84532 only.");
  if (given.RPC_URL && URL.canParse(given.RPC_URL) && !loopback(given.RPC_URL)) {
    faults.push("LOCAL_CHAIN=1 goes with an RPC_URL on this machine only.");
  }
  for (const name of ["TEST_MINTER_PRIVATE_KEY", "TEST_SELLER_PRIVATE_KEY"]) {
    if (!given[name]) faults.push(`${name} is missing.`);
  }
  return faults;
}

/** A real network never runs with a key that anybody can look up. */
function testKeyFaults(given: Record<string, string | undefined>): string[] {
  const faults: string[] = [];
  for (const name of ["TEST_MINTER_PRIVATE_KEY", "TEST_SELLER_PRIVATE_KEY", "SAMPLE_TOKENS"]) {
    if (given[name]) faults.push(`${name} is for the local chain only; remove it on a real network.`);
  }
  const known = testAddresses();
  if (given.PAY_TO && known.has(given.PAY_TO.toLowerCase())) {
    faults.push("PAY_TO is a publicly known test wallet; anybody could take the money.");
  }
  const keys = privateKeys.safeParse(given.SETTLER_PRIVATE_KEY ?? "");
  if (keys.success && keys.data.some((key) => isTestKey(key, known))) {
    faults.push("SETTLER_PRIVATE_KEY is a publicly known test key; anybody could spend its gas.");
  }
  return faults;
}

function isTestKey(key: Hex, known: Set<string>): boolean {
  return known.has(privateKeyToAccount(key).address.toLowerCase());
}

function testAddresses(): Set<string> {
  const indices = Array.from({ length: 20 }, (_, addressIndex) => addressIndex);
  return new Set(indices.map((addressIndex) => mnemonicToAccount(TEST_MNEMONIC, { addressIndex }).address.toLowerCase()));
}

function toEnv(data: z.output<typeof schema>, local: boolean): Env {
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
    local: local
      ? {
          minterPrivateKey: data.TEST_MINTER_PRIVATE_KEY as Hex,
          sellerPrivateKey: data.TEST_SELLER_PRIVATE_KEY as Hex,
          sampleTokens: data.SAMPLE_TOKENS ?? [],
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
