import { readFileSync } from "node:fs";
import { type Address, createPublicClient, type Hex, http, type PrivateKeyAccount } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import type { Market } from "@/lib/devnet/market";
import type { Requirements } from "@/lib/payments/types";
import { decodeHeader } from "@/lib/payments/wire";
import { usdcAbi } from "@/lib/settlement/usdc";
import { type SignedPayment, signPayment, v2Header } from "@/lib/testing/payer";

/** The running market that the tests are pointed at. */
export const market: Market = JSON.parse(readFileSync(process.env.COINSLOT_MARKET ?? ".coinslot/market.json", "utf8"));

export const TOOL = "/api/v1/token-safety";
export const INPUT = { token: market.sampleTokens[0]?.address ?? market.asset };

const chain = createPublicClient({ transport: http(market.rpcUrl) });

export function balanceOf(address: Address): Promise<bigint> {
  return chain.readContract({ address: market.asset, abi: usdcAbi, functionName: "balanceOf", args: [address] });
}

export type Payer = PrivateKeyAccount & { key: Hex };

/** A new wallet with 25 test USDC. */
export async function fundedPayer(): Promise<Payer> {
  const key = generatePrivateKey();
  const account = privateKeyToAccount(key);
  const response = await fetch(`${market.url}/api/devnet/faucet`, { method: "POST", body: JSON.stringify({ address: account.address }) });
  if (!response.ok) throw new Error(`the faucet answered ${response.status}`);
  return { ...account, key };
}

/** The version 2 terms of a paid route. */
export async function termsOf(path = TOOL): Promise<Requirements> {
  const response = await fetch(`${market.url}${path}`, { method: "POST" });
  const header = decodeHeader(response.headers.get("PAYMENT-REQUIRED") ?? "");
  const [terms] = (header?.accepts ?? []) as Requirements[];
  if (!terms) throw new Error(`${path} answered ${response.status} without terms`);
  return terms;
}

export async function sign(
  payer: PrivateKeyAccount,
  overrides: Parameters<typeof signPayment>[2] = {},
): Promise<SignedPayment & { terms: Requirements; v2: string }> {
  const terms = await termsOf();
  const signed = await signPayment(payer, terms, overrides);
  return { ...signed, terms, v2: v2Header(signed, terms) };
}

/** `POST` with a JSON body to the market. */
export function post(headers: Record<string, string>, input: unknown = INPUT, path = TOOL): Promise<Response> {
  return fetch(`${market.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(input),
    redirect: "manual",
  });
}
