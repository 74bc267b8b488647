import type { SampleGround, ToolExample } from "../define";
import { definition } from "./definition";

/** Pools of the local chain's history where there are some, else every pool of the last minutes. */
export function examples({ network, places }: SampleGround): ToolExample[] {
  const pools = places.filter(({ kind }) => kind === "pool_v2" || kind === "pool_v3");
  if (pools.length === 0) return [{ name: "every pool", input: definition.examples[network] }];
  const pulled = /rug|took|taken|left/i;
  return pools
    .sort((a, b) => Number(pulled.test(b.what + b.name)) - Number(pulled.test(a.what + a.name)))
    .slice(0, 3)
    .map(({ name, address, from_block, to_block }) => ({ name, input: { address, from_block, to_block } }));
}
