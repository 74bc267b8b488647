import type { SampleGround, ToolExample } from "../define";
import { definition } from "./definition";

/** Pools of the local chain's history where there are some, else WETH and USDC. */
export function examples({ network, places }: SampleGround): ToolExample[] {
  const pools = places.filter(({ kind }) => kind === "pool_v2" || kind === "pool_v3");
  if (pools.length === 0) return [{ name: "WETH and USDC", input: definition.examples[network] }];
  return pools.slice(0, 3).map(({ name, address, from_block, to_block }) => ({ name, input: { pool: address, from_block, to_block } }));
}
