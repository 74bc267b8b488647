import type { SampleGround, ToolExample } from "../define";
import { definition } from "./definition";

export function examples({ network, tokens }: SampleGround): ToolExample[] {
  const [first] = tokens;
  if (!first) return [{ name: "A deployer", input: definition.examples[network] }];
  return [
    { name: "The deployer", input: definition.examples[network] },
    { name: `Who made ${first.name}`, input: { address: first.address } },
  ];
}
