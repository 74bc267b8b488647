import { type Address, encodeFunctionData, type Hex, hexToBigInt, isAddressEqual, numberToHex, size } from "viem";
import { ERC20 } from "@/lib/chain/abi";
import type { Exchange } from "@/lib/chain/exchanges";
import type { ChainView } from "@/lib/chain/openChain";
import type { Pool } from "@/lib/chain/pool";
import { poolsOfToken } from "@/lib/chain/poolsOfToken";
import { readSenders } from "@/lib/chain/senders";
import type { DeployedPool } from "../schema";
import type { Found } from "./findContracts";
import { type PoolHistory, type Removal, readHistories } from "./poolHistory";

const MOST_SENDERS = 60;

/** Every pool of these tokens, what is left in it and who took how much out. Four batches. */
export async function readFates(
  chain: ChainView,
  exchange: Exchange | null,
  deployer: Address,
  tokens: readonly Found[],
): Promise<(token: Address) => DeployedPool[]> {
  if (!exchange) return () => [];
  const pools = await Promise.all(tokens.map(async ({ address }) => [address, await poolsOfToken(chain, exchange, address)] as const));
  const all = pools.flatMap(([, list]) => list);
  const [from = 0n] = tokens.map(({ first }) => first?.block ?? 0n).sort((a, b) => Number(a - b));
  const [histories, left] = await Promise.all([readHistories(chain, all, from), readLeft(chain, exchange, all)]);
  const removals = all.flatMap(({ address }) => histories(address).removals);
  const [senderOf, timeOf] = await Promise.all([
    readSenders(
      chain,
      removals.slice(0, MOST_SENDERS).map(({ tx }) => tx),
    ),
    readTimes(
      chain,
      all.flatMap(({ address }) => momentsOf(histories(address))),
    ),
  ]);
  const told = new Map(
    pools.map(([token, list]) => [
      token,
      list.map((pool) =>
        fateOf(pool, {
          quote: quoteOf(exchange, pool),
          left: left(pool.address),
          history: histories(pool.address),
          deployer,
          senderOf,
          timeOf,
        }),
      ),
    ]),
  );
  return (token) => told.get(token) ?? [];
}

type Sources = {
  quote: string;
  left: bigint | null;
  history: PoolHistory;
  deployer: Address;
  senderOf: (tx: Hex) => Address | null;
  timeOf: (block: bigint) => bigint | null;
};

function fateOf({ address, version }: Pool, { quote, left, history, deployer, senderOf, timeOf }: Sources): DeployedPool {
  const byDeployer = (removal: Removal) => senderOf(removal.tx) === deployer;
  const worst = (list: readonly Removal[]) => [...list].sort((a, b) => b.bps - a.bps)[0] ?? null;
  const pulled = worst(history.removals.filter(byDeployer));
  const others = worst(history.removals.filter((one) => !byDeployer(one)));
  const [start, end] = [history.firstFilled && timeOf(history.firstFilled.block), pulled && timeOf(pulled.block)];
  const known = history.complete || pulled !== null;
  return {
    address,
    version,
    quote,
    quote_left: left?.toString() ?? null,
    pulled_bps: known ? (pulled?.bps ?? 0) : null,
    pulled_block: pulled ? Number(pulled.block) : null,
    pulled_after_seconds: start !== null && end !== null ? Number(end - start) : null,
    pulled_by_others_bps: history.complete ? (others?.bps ?? 0) : null,
    transaction: pulled?.tx ?? null,
    why: history.complete ? null : "The pool's events could not all be read.",
  };
}

function momentsOf({ firstFilled, removals }: PoolHistory) {
  return [...(firstFilled ? [firstFilled] : []), ...removals];
}

/** What the pool has of the token that people count in. */
async function readLeft(chain: ChainView, exchange: Exchange, pools: readonly Pool[]): Promise<(pool: Address) => bigint | null> {
  const read = await Promise.all(
    pools.map(async (pool) => {
      const data = encodeFunctionData({ abi: ERC20, functionName: "balanceOf", args: [pool.address] });
      const word = await chain.read(quoteAddress(exchange, pool), data);
      return [pool.address, word !== null && size(word) === 32 ? hexToBigInt(word) : null] as const;
    }),
  );
  const left = new Map(read);
  return (pool) => left.get(pool) ?? null;
}

function quoteAddress(exchange: Exchange, { token0, token1 }: Pool): Address {
  return exchange.quotes.some(({ address }) => isAddressEqual(address, token0)) ? token0 : token1;
}

function quoteOf(exchange: Exchange, pool: Pool): string {
  const address = quoteAddress(exchange, pool);
  return exchange.quotes.find((quote) => isAddressEqual(quote.address, address))?.symbol ?? "?";
}

async function readTimes(
  chain: ChainView,
  moments: readonly { block: bigint; at: bigint | null }[],
): Promise<(block: bigint) => bigint | null> {
  const times = new Map(moments.flatMap(({ block, at }) => (at === null ? [] : [[block, at] as const])));
  const missing = [...new Set(moments.map(({ block }) => block))].filter((block) => !times.has(block));
  await Promise.all(
    missing.map(async (block) => {
      const header = (await chain.ask("eth_getBlockByNumber", [numberToHex(block), false]).catch(() => null)) as { timestamp?: Hex } | null;
      if (header?.timestamp) times.set(block, hexToBigInt(header.timestamp));
    }),
  );
  return (block) => times.get(block) ?? null;
}
