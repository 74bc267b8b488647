import type { Address } from "viem";
import type { Exchange } from "@/lib/chain/exchanges";
import type { ChainView } from "@/lib/chain/openChain";
import type { LiquidityFacts, TradedPool } from "@/lib/safety/facts";
import { classify, type Who } from "./liquidity/classify";
import { stakesV2 } from "./liquidity/stakesV2";
import { stakesV3 } from "./liquidity/stakesV3";

/** `pullableBps`: what the creator, the owner, or whoever can open a false lock could take out now; null where nothing is known. */
export type KnownLiquidity = LiquidityFacts & { pullableBps: number | null };

const PULLABLE = ["creator", "owner", "fake_lock"] as const satisfies readonly LiquidityFacts["shares"][number]["kind"][];

/**
 * Who holds the pool, and what they can do with it. Two round trips for V2, four for V3; more only where a contract is tried.
 * Most of it needs no `who`, so that may still be on its way.
 */
export async function gatherLiquidity(
  chain: ChainView,
  exchange: Exchange,
  token: Address,
  pool: TradedPool,
  who: Who | Promise<Who>,
): Promise<KnownLiquidity> {
  const known = Promise.resolve(who);
  const anyway = () => known.then(({ creator, owner }) => [creator, owner].filter((address) => address !== null));
  const stakes = pool.version === "v2" ? await stakesV2(chain, pool.address, anyway) : await stakesV3(chain, exchange, token, pool);
  const asset = pool.version === "v2" ? pool.address : exchange.v3.positions;
  const shares = await classify(chain, pool.address, asset, stakes, known);
  const { complete, createdAt, why } = stakes;
  const pulled = shares
    .filter(({ kind }) => (PULLABLE as readonly string[]).includes(kind))
    .reduce((sum, { shareBps }) => sum + shareBps, 0);
  return { shares, complete, createdAt, why, pullableBps: shares.length > 0 ? Math.min(pulled, 10_000) : null };
}
