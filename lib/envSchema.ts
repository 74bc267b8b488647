import { type Address, getAddress, type Hex, isAddress } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { z } from "zod";
import { isNetwork } from "./chains";
import { readModelRates } from "./inference/modelRates";
import { parseUsdc } from "./money";

const url = (protocols: string[]) =>
  z.string().refine((v) => URL.canParse(v) && protocols.includes(new URL(v).protocol), {
    error: `must be a URL that starts with ${protocols.map((p) => `${p}//`).join(" or ")}`,
  });
const privateKey = z
  .string()
  .regex(/^0x[0-9a-fA-F]{64}$/, "must be 0x and 64 hexadecimal characters")
  .refine(isKey, "is not a private key: it must be from 1 to the order of secp256k1")
  .transform((v) => v as Hex);

export const privateKeys = z
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

/** Addresses of services, in the order of preference. */
export const serviceUrls = z
  .string()
  .transform((text) => text.split(",").map((part) => part.trim()))
  .pipe(
    z
      .array(
        url(["http:", "https:"])
          .refine((v) => !URL.canParse(v) || !(new URL(v).username || new URL(v).password), {
            error: "must hold no password; keys have a setting of their own",
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

const json = z.string().transform((text, ctx): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    ctx.addIssue({ code: "custom", message: "must be JSON" });
    return z.NEVER;
  }
});
const sampleToken = z.object({ name: z.string(), address, what: z.string() });
const samplePlace = sampleToken.extend({
  kind: z.enum(["pool_v2", "pool_v3", "wallet", "deployer", "contract", "transaction"]),
  from_block: z.int().min(0),
  to_block: z.int().min(0),
  call: z.object({ to: address, value: z.string().regex(/^\d+$/), data: z.templateLiteral(["0x", z.string()]) }).optional(),
});

const dollars = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,6})?$/, "must be dollars, such as 2500 or 2500.50")
  .transform(parseUsdc)
  .refine((v) => v > 0n, "must be more than nothing");

const modelRates = z.string().transform((text, ctx) => {
  const read = readModelRates(text);
  if (typeof read !== "string") return read;
  ctx.addIssue({ code: "custom", message: read });
  return z.NEVER;
});

/** Each setting by itself, as text comes in and as the market uses it. */
export const envSchema = z.object({
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
  /** 32 bytes in hexadecimal: what sellers' secrets are sealed with. Without it nobody can leave one here. */
  SECRETS_KEY: z
    .string()
    .regex(/^(0x)?[0-9a-fA-F]{64}$/, "must be 64 hexadecimal characters")
    .transform((text) => text.replace(/^0x/, "").toLowerCase())
    .optional(),
  /** Wallets that may take a listing down. */
  OPERATORS: addresses.optional(),
  /** The key that sellers may allow to give money back for them; it pays that gas, and does nothing else. */
  REFUNDER_PRIVATE_KEY: privateKey.optional(),
  /** One address, or several separated by commas: the next is asked when one fails. */
  FACILITATOR_URL: serviceUrls.optional(),
  /** What those facilitators want to see of us, see `readCredentials`. */
  FACILITATOR_KEYS: z.string().optional(),
  /** The keys of those who may use our own facilitator on a real network. */
  FACILITATOR_ACCESS_KEYS: accessKeys.optional(),
  /** Model servers that speak the OpenAI protocol, separated by commas; the next is asked when one fails. */
  INFERENCE_BASE_URL: serviceUrls.optional(),
  /** Their keys in the same order, `-` for one that wants none. */
  INFERENCE_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, "must be keys without spaces, separated by commas")
    .transform((text) => text.split(",").map((key) => (key === "-" || key === "" ? null : key)))
    .optional(),
  /** `gpt-x=0.15/0.60,embed-y=0.02,*=0.10/0.40`: dollars a million tokens, in and out. */
  INFERENCE_MODELS: modelRates.optional(),
  /** `0`: don't look for model servers on this machine. */
  INFERENCE_LOCAL: z.enum(["0", "1"], "must be 0 or 1").optional(),
  PUBLIC_URL: url(["http:", "https:"]).optional(),
  /** `eip155:1=https://…,eip155:8453=https://…`: nodes that tools may read beside the market's own. */
  CHAIN_RPC_URLS: z
    .string()
    .regex(/^(eip155:\d+=https?:\/\/[^,\s]+)(,eip155:\d+=https?:\/\/[^,\s]+)*$/, "must be eip155:ID=URL, separated by commas")
    .optional(),
  /** Where a Chromium is, and where else one is looked for; the last two are the system's own. */
  CHROMIUM_PATH: z.string().optional(),
  PLAYWRIGHT_BROWSERS_PATH: z.string().optional(),
  PATH: z.string().optional(),
  SETTLE_WAIT_SECONDS: z.coerce.number("must be a number of seconds from 1 to 85").min(1).max(85).optional(),
  LOCAL_CHAIN: z.literal("1").optional(),
  /** Where this very process listens, as the server itself has set it. */
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a number from 1 to 65535")
    .optional(),
  TEST_MINTER_PRIVATE_KEY: privateKey.optional(),
  TEST_SELLER_PRIVATE_KEY: privateKey.optional(),
  SAMPLE_TOKENS: json.pipe(z.array(sampleToken)).optional(),
  SAMPLE_PLACES: json.pipe(z.array(samplePlace)).optional(),
  /** The local chain's own site, which tools may fetch although it is on this machine. */
  SAMPLE_SITE_URL: url(["http:"]).optional(),
  /** The local chain's own API, which may be sold through the gateway although it is on this machine. */
  SAMPLE_API_URL: url(["http:"]).optional(),
  /** Tools may fetch from this machine and its network: for the local chain only. */
  ALLOW_LOCAL_FETCH: z.literal("1", "must be 1 or left out").optional(),
  /** Where the local chain's exchange lives; on public networks the tools know it. */
  UNISWAP_V2_FACTORY: address.optional(),
  UNISWAP_V2_ROUTER: address.optional(),
  WETH: address.optional(),
});
