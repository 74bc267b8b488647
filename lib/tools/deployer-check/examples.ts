import type { SampleGround, ToolExample } from "../define";
import { definition } from "./definition";

/** Deployers of the local chain's own history, and a token whose maker is looked for. */
export function examples({ network, tokens, places }: SampleGround): ToolExample[] {
  const deployers = places.filter(({ kind }) => kind === "deployer").map(({ name, address }) => ({ name, input: { address } }));
  const [first] = tokens;
  const made = first ? [{ name: `Who made ${first.name}`, input: { address: first.address } }] : [];
  return [...deployers, { name: "A deployer", input: definition.examples[network] }, ...made];
}
