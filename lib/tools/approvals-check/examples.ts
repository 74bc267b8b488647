import type { SampleGround, ToolExample } from "../define";
import { definition } from "./definition";

/** Wallets of the local chain's own history; else one that everybody knows. */
export function examples({ network, places }: SampleGround): ToolExample[] {
  const wallets = places.filter(({ kind }) => kind === "wallet").map(({ name, address }) => ({ name, input: { address } }));
  return wallets.length > 0 ? wallets : [{ name: "A wallet", input: definition.examples[network] }];
}
