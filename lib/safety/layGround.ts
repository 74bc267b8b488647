import { type Address, type Hex, hexToBigInt } from "viem";
import type { Exchange } from "@/lib/chain/exchanges";
import type { ChainView } from "@/lib/chain/openChain";
import type { CodeFacts, OwnerFacts, TradedPool } from "./facts";
import type { AccountFacts } from "./gather/account";
import { constantsOf } from "./gather/functions";
import type { Ground, Route } from "./lab/ground";
import { splitTypes } from "./splitTypes";

type Known = {
  chain: ChainView;
  chainId: string;
  token: Address;
  exchange: Exchange | null;
  pools: readonly TradedPool[];
  owner: OwnerFacts;
  account: AccountFacts;
  code: CodeFacts;
};

const GWEI = 1_000_000_000n;

/** What was read, as the thread takes it that tries things: bigints for addresses. */
export function layGround({ chain, chainId, token, exchange, pools, owner, account, code }: Known): Ground {
  const { block } = chain;
  const [weth, usdc] = exchange?.quotes ?? [];
  return {
    block: {
      number: block.number,
      timestamp: block.timestamp,
      coinbase: hexToBigInt(block.miner),
      baseFee: GWEI / 10n,
      gasLimit: 60_000_000n,
      chainId: BigInt(chainId.slice("eip155:".length)),
      prevRandao: block.number * 0x9e3779b97f4a7c15f39cc0605cedc835n,
    },
    token: hexToBigInt(token),
    weth: weth ? hexToBigInt(weth.address) : 0n,
    usdc: usdc ? hexToBigInt(usdc.address) : 0n,
    factory: exchange ? hexToBigInt(exchange.factory) : null,
    router: exchange ? hexToBigInt(exchange.router) : null,
    routes: exchange ? pools.map((pool) => route(pool, exchange, token)) : [],
    owner: owner.address ? hexToBigInt(owner.address) : null,
    admins: account.proxy.admin ? [hexToBigInt(account.proxy.admin)] : [],
    functions: code.read
      ? code.functions.map((fn) => ({
          selector: Number(hexToBigInt(fn.selector)),
          types: splitTypes(fn.arguments),
          payable: fn.mutability === "payable",
        }))
      : [],
    constants: account.codes.flatMap((part: Hex) => constantsOf(part)),
    slots: code.read ? code.slots : [],
  };
}

function route(pool: TradedPool, exchange: Exchange, token: Address): Route {
  return {
    version: pool.version,
    pool: hexToBigInt(pool.address),
    router: hexToBigInt(pool.version === "v2" ? exchange.router : exchange.v3.router),
    fee: pool.version === "v2" ? 0 : pool.feeBps * 100,
    quote: hexToBigInt(pool.quote.address),
    quoteReserve: pool.quoteReserve,
    tokenReserve: pool.tokenReserve,
    tokenFirst: hexToBigInt(token) < hexToBigInt(pool.quote.address),
    own: false,
  };
}
