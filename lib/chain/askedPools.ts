import { type Address, getAddress } from "viem";
import type { ToolContext } from "@/lib/tools/define";
import { ToolRefusal } from "@/lib/tools/refusal";
import { notAPool } from "./notAPool";
import type { Market } from "./openMarket";
import { openPool } from "./openPool";
import type { Pool } from "./pool";
import { poolsOfToken } from "./poolsOfToken";

/** The pool at an address, or the pools of the token there. */
export async function askedPools({ id, chain, exchange }: Market, ctx: ToolContext, given: string): Promise<Pool[]> {
  const address = getAddress(given) as Address;
  // Asked in one go: which of the two it is shows afterwards.
  const [found, pools] = await Promise.all([openPool(chain, exchange, address), chain.unreachable(poolsOfToken(chain, exchange, address))]);
  if (found.is === "pool") return [found.pool];
  if (pools.length > 0) return pools;
  if (found.is !== "token") throw await notAPool(ctx, id, address, found);
  throw new ToolRefusal("no_pool", "No pool of Uniswap V2 or V3 trades this token against ether or dollars.", {
    hint: "Give the address of a pool, if you know one.",
  });
}

/** The one pool that was asked about. */
export async function askedPool({ id, chain, exchange }: Market, ctx: ToolContext, given: string): Promise<Pool> {
  const address = getAddress(given) as Address;
  const found = await openPool(chain, exchange, address);
  if (found.is === "pool") return found.pool;
  throw await notAPool(ctx, id, address, found);
}
