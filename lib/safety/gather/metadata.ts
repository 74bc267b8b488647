import { type Address, encodeFunctionData, type Hex, hexToBigInt, size } from "viem";
import { ERC20 } from "@/lib/chain/abi";
import { freshAddress } from "@/lib/chain/freshAddress";
import type { ChainView } from "@/lib/chain/openChain";
import { readTokenText } from "@/lib/chain/tokenText";
import type { MetadataFacts } from "../facts";

const NAME_MAX = 64;
const SYMBOL_MAX = 24;

/** What the token says about itself; all of it is hostile until it was cleaned. */
export async function readMetadata(chain: ChainView, token: Address): Promise<MetadataFacts> {
  const get = (functionName: "name" | "symbol" | "decimals" | "totalSupply") =>
    chain.read(token, encodeFunctionData({ abi: ERC20, functionName }));
  const stranger = freshAddress();
  const [name, symbol, decimals, supply, balance] = await Promise.all([
    get("name"),
    get("symbol"),
    get("decimals"),
    get("totalSupply"),
    chain.read(token, encodeFunctionData({ abi: ERC20, functionName: "balanceOf", args: [stranger] })),
  ]);
  const places = number(decimals);
  return {
    name: readTokenText(name, NAME_MAX),
    symbol: readTokenText(symbol, SYMBOL_MAX),
    decimals: places !== null && places <= 255n ? Number(places) : null,
    totalSupply: number(supply),
    balances: number(balance) !== null,
  };
}

function number(data: Hex | null): bigint | null {
  return data !== null && size(data) === 32 ? hexToBigInt(data) : null;
}
