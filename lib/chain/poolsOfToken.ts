import { type Address, encodeFunctionData, getAddress } from "viem";
import { FACTORY } from "./abi";
import { addressWord } from "./addressWord";
import type { Exchange } from "./exchanges";
import type { ChainView } from "./openChain";
import { POOL, type Pool } from "./pool";
import { V2_FEE_PPM } from "./poolEvents";

const V3_FEES = [100, 500, 3_000, 10_000];

/** The token's pools against ether and dollars at the known factories, V2 and V3. One batch. */
export async function poolsOfToken(chain: ChainView, exchange: Exchange, token: Address): Promise<Pool[]> {
  const quotes = exchange.quotes.map(({ address }) => address).filter((address) => address !== getAddress(token));
  const asked = quotes.flatMap((quote) => [
    pairOf(chain, exchange, token, quote),
    ...V3_FEES.map((fee) => poolOf(chain, exchange, token, quote, fee)),
  ]);
  return (await Promise.all(asked)).filter((pool) => pool !== null);
}

async function pairOf(chain: ChainView, { factory }: Exchange, token: Address, quote: Address): Promise<Pool | null> {
  const found = await chain.read(factory, encodeFunctionData({ abi: FACTORY, functionName: "getPair", args: [token, quote] }));
  return poolAt(addressWord(found), "v2", token, quote, V2_FEE_PPM);
}

async function poolOf(chain: ChainView, { v3 }: Exchange, token: Address, quote: Address, fee: number): Promise<Pool | null> {
  const found = await chain.read(v3.factory, encodeFunctionData({ abi: POOL, functionName: "getPool", args: [token, quote, fee] }));
  return poolAt(addressWord(found), "v3", token, quote, fee);
}

function poolAt(address: Address | null, version: Pool["version"], a: Address, b: Address, feePpm: number): Pool | null {
  if (!address) return null;
  const [token0, token1] = BigInt(a) < BigInt(b) ? [a, b] : [b, a];
  return { version, address, token0: getAddress(token0), token1: getAddress(token1), feePpm, known: true };
}
