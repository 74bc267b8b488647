import { randomBytes } from "node:crypto";
import type { SampleToken } from "../env";
import { testAccount, testPrivateKey } from "./accounts";
import { EXCHANGE } from "./genesis/placeUniswap";

export type Settings = Record<string, string>;

/** What the site is told when it takes payments on the local chain. */
export function localSettings(
  databaseUrl: string,
  rpcUrl: string,
  sampleTokens: SampleToken[],
  sampleSite?: string,
  secretsKey = randomBytes(32).toString("hex"),
  sampleApi?: string,
): Settings {
  return {
    DATABASE_URL: databaseUrl,
    NETWORK: "eip155:84532",
    RPC_URL: rpcUrl,
    PAY_TO: testAccount("seller").address,
    SETTLER_PRIVATE_KEY: testPrivateKey("settler"),
    REFUNDER_PRIVATE_KEY: testPrivateKey("refunder"),
    OPERATORS: testAccount("operator").address,
    SECRETS_KEY: secretsKey,
    LOCAL_CHAIN: "1",
    TEST_MINTER_PRIVATE_KEY: testPrivateKey("deployer"),
    TEST_SELLER_PRIVATE_KEY: testPrivateKey("seller"),
    SAMPLE_TOKENS: JSON.stringify(sampleTokens),
    ...(sampleSite ? { SAMPLE_SITE_URL: sampleSite } : {}),
    ...(sampleApi ? { SAMPLE_API_URL: sampleApi } : {}),
    UNISWAP_V2_FACTORY: EXCHANGE.uniswapV2Factory,
    UNISWAP_V2_ROUTER: EXCHANGE.uniswapV2Router,
    WETH: EXCHANGE.weth,
  };
}
