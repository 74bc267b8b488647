import type { SampleGround, ToolExample } from "../define";
import { definition } from "./definition";

/** The local chain's deployer has let its exchange take the sample tokens. */
export function examples({ network, tokens }: SampleGround): ToolExample[] {
  const name = tokens.length > 0 ? "The deployer" : "A wallet";
  return [{ name, input: definition.examples[network] }];
}
