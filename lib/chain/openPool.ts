import { type Address, encodeFunctionData, getAddress, type Hex, hexToBigInt } from "viem";
import { FACTORY } from "./abi";
import { addressWord } from "./addressWord";
import type { Exchange } from "./exchanges";
import type { ChainView } from "./openChain";
import { POOL, type Pool } from "./pool";
import { V2_FEE_PPM } from "./poolEvents";

export type Found = { is: "pool"; pool: Pool } | { is: "token" | "contract" | "nothing" };

const PPM = 1_000_000n;

type Getter = "token0" | "token1" | "fee" | "getReserves" | "slot0" | "totalSupply";

/** What lies at an address: a V2 or V3 pool by its shape, a token, another contract, or no contract. One batch, two for a pool. */
export async function openPool(chain: ChainView, exchange: Exchange | null, at: Address): Promise<Found> {
  const address = getAddress(at);
  const get = (functionName: Getter) => chain.read(address, encodeFunctionData({ abi: POOL, functionName }));
  const [code, first, second, fee, reserves, slot0, supply] = await Promise.all([
    chain.code(address),
    get("token0"),
    get("token1"),
    get("fee"),
    get("getReserves"),
    get("slot0"),
    get("totalSupply"),
  ]);
  if (code === "0x") return { is: "nothing" };
  const [token0, token1] = [addressWord(first), addressWord(second)];
  const version = wordsOf(slot0) === 7 && wordsOf(fee) === 1 ? "v3" : wordsOf(reserves) === 3 ? "v2" : null;
  if (!token0 || !token1 || !version) return { is: wordsOf(supply) === 1 ? "token" : "contract" };
  const feePpm = version === "v3" && fee ? feeIn(fee) : V2_FEE_PPM;
  const known = await isKnown(chain, exchange, { version, address, token0, token1, feePpm });
  return { is: "pool", pool: { version, address, token0, token1, known, feePpm: version === "v2" && !known ? null : feePpm } };
}

/** Does the factory that everybody uses name it? A pool may claim any factory, so the factory is asked. */
export async function isKnown(
  chain: ChainView,
  exchange: Exchange | null,
  { version, address, token0, token1, feePpm }: Omit<Pool, "known">,
): Promise<boolean> {
  if (!exchange) return false;
  const [factory, data] =
    version === "v2"
      ? [exchange.factory, encodeFunctionData({ abi: FACTORY, functionName: "getPair", args: [token0, token1] })]
      : [exchange.v3.factory, encodeFunctionData({ abi: POOL, functionName: "getPool", args: [token0, token1, feePpm ?? 0] })];
  return addressWord(await chain.read(factory, data)) === address;
}

/** What a V3 pool says that it takes; nobody takes more than all. */
export function feeIn(word: Hex): number {
  const fee = hexToBigInt(word);
  return fee < PPM ? Number(fee) : Number(PPM);
}

function wordsOf(answer: Hex | null): number {
  return answer === null ? 0 : (answer.length - 2) / 64;
}
