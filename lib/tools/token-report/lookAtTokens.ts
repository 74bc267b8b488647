import { type Address, encodeFunctionData, hexToBigInt, isAddressEqual, size } from "viem";
import { ERC20 } from "@/lib/chain/abi";
import type { Exchange } from "@/lib/chain/exchanges";
import type { ChainView } from "@/lib/chain/openChain";
import { POOL, type Pool } from "@/lib/chain/pool";
import { poolsOfToken } from "@/lib/chain/poolsOfToken";
import { readTokenFacts } from "@/lib/chain/tokenFacts";
import type { CreatorAnswer } from "./schema";

const MOST_CONTRACTS = 40;
const MOST_TOKENS = 12;
/** Less than this is what burning all shares leaves behind: about a dollar. */
const NEXT_TO_NOTHING = { WETH: 4n * 10n ** 14n, USDC: 10n ** 6n } as const;

type State = CreatorAnswer["other_tokens"][number]["state"];

/** Which of these contracts are tokens, and what became of their pools. Four round trips. */
export async function lookAtTokens(chain: ChainView, exchange: Exchange | null, contracts: readonly Address[]) {
  const asked = contracts.slice(0, MOST_CONTRACTS);
  const [facts, supplies] = await Promise.all([
    readTokenFacts(chain, asked),
    Promise.all(asked.map((address) => uint(chain, address, encodeFunctionData({ abi: POOL, functionName: "totalSupply" })))),
  ]);
  // What a proxy runs answers as a token too, with nothing in it and no name.
  const isToken = (address: Address, supply: bigint | null | undefined) =>
    supply != null && facts(address).decimals !== null && (supply > 0n || facts(address).symbol !== null);
  const tokens = asked.filter((address, i) => isToken(address, supplies[i]));
  const looked = tokens.slice(0, MOST_TOKENS);
  const states = await Promise.all(looked.map((token): Promise<State> | State => (exchange ? stateOf(chain, exchange, token) : "unknown")));
  return {
    tokens: looked.map((address, i) => ({ address, symbol: facts(address).symbol, state: states[i] ?? ("unknown" as const) })),
    others: contracts.length > asked.length ? null : asked.length - tokens.length,
    left: contracts.length - asked.length + tokens.length - looked.length,
  };
}

async function stateOf(chain: ChainView, exchange: Exchange, token: Address): Promise<State> {
  const pools = await poolsOfToken(chain, exchange, token);
  const [held, used] = await Promise.all([
    Promise.all(pools.map((pool) => holdsSomething(chain, exchange, token, pool))),
    Promise.all(pools.map((pool) => wasUsed(chain, pool))),
  ]);
  if (held.includes(true)) return "traded";
  if (held.includes(null) || used.includes(null)) return "unknown";
  return used.includes(true) ? "emptied" : "never_traded";
}

async function holdsSomething(
  chain: ChainView,
  exchange: Exchange,
  token: Address,
  { address, token0, token1 }: Pool,
): Promise<boolean | null> {
  const other = isAddressEqual(token0, token) ? token1 : token0;
  const quote = exchange.quotes.find((one) => isAddressEqual(one.address, other));
  if (!quote) return null;
  const held = await uint(chain, quote.address, encodeFunctionData({ abi: ERC20, functionName: "balanceOf", args: [address] }));
  return held === null ? null : held > NEXT_TO_NOTHING[quote.symbol];
}

/** A pool can be made and never filled. Some shares of a V2 pool stay in it for ever; V3 counts the fees of every trade. */
async function wasUsed(chain: ChainView, { address, version }: Pool): Promise<boolean | null> {
  const marks = version === "v2" ? (["totalSupply"] as const) : (["feeGrowthGlobal0X128", "feeGrowthGlobal1X128"] as const);
  const found = await Promise.all(marks.map((functionName) => uint(chain, address, encodeFunctionData({ abi: POOL, functionName }))));
  return found.includes(null) ? null : found.some((mark) => mark !== 0n);
}

async function uint(chain: ChainView, to: Address, data: `0x${string}`): Promise<bigint | null> {
  const answer = await chain.read(to, data);
  return answer !== null && size(answer) === 32 ? hexToBigInt(answer) : null;
}
