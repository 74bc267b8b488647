import type { SampleGround, ToolExample } from "../define";
import { definition } from "./definition";

/** The local chain's own history where there is one, else what was opened lately. */
export function examples({ network, places }: SampleGround): ToolExample[] {
  const pools = places.filter(({ kind }) => kind === "pool_v2" || kind === "pool_v3");
  if (pools.length === 0) return [{ name: "newest", input: definition.examples[network] }];
  const to_block = Math.max(...pools.map((place) => place.to_block));
  return [
    { name: "the newest five", input: { from_block: 1, to_block, limit: 5 } },
    { name: "all of them", input: { from_block: 1, to_block, limit: 50 } },
  ];
}
