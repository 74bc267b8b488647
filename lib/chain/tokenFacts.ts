import { type Address, encodeFunctionData, getAddress, hexToBigInt, size } from "viem";
import { ERC20 } from "./abi";
import type { ChainView } from "./openChain";
import { readTokenText } from "./tokenText";

/** What a token says of itself, made safe to show; null where it says nothing usable. */
export type TokenFacts = { address: Address; symbol: string | null; decimals: number | null };

const MOST_SYMBOL = 24;
const MOST_DECIMALS = 77n;
const SYMBOL = encodeFunctionData({ abi: ERC20, functionName: "symbol" });
const DECIMALS = encodeFunctionData({ abi: ERC20, functionName: "decimals" });

/** Symbols and decimals of several tokens in one batch, each token once. Found by `tokenKey`. */
export async function readTokenFacts(chain: ChainView, tokens: readonly Address[]): Promise<(token: Address) => TokenFacts> {
  const wanted = [...new Set(tokens.map(tokenKey))];
  const found = new Map(await Promise.all(wanted.map(async (key) => [key, await readOne(chain, getAddress(key))] as const)));
  return (token) => found.get(tokenKey(token)) ?? { address: getAddress(token), symbol: null, decimals: null };
}

async function readOne(chain: ChainView, address: Address): Promise<TokenFacts> {
  const [symbol, decimals] = await Promise.all([chain.read(address, SYMBOL), chain.read(address, DECIMALS)]);
  const said = decimals !== null && size(decimals) === 32 ? hexToBigInt(decimals) : null;
  return {
    address,
    symbol: readTokenText(symbol, MOST_SYMBOL).text,
    decimals: said !== null && said <= MOST_DECIMALS ? Number(said) : null,
  };
}

function tokenKey(token: Address): Address {
  return token.toLowerCase() as Address;
}
