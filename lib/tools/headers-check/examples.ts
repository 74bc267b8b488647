import type { SampleGround, ToolExample } from "../define";
import { definition } from "./definition";

/** Pages of the sample site where there is one. */
export function examples({ network, site }: SampleGround): ToolExample[] {
  if (!site) return [{ name: "example.com", input: definition.examples[network] }];
  return [
    { name: "a careless page", input: { url: `${site}/careless` } },
    { name: "a careful page", input: { url: `${site}/secure` } },
    { name: "an ordinary page", input: { url: `${site}/` } },
  ];
}
