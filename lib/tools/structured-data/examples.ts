import type { SampleGround, ToolExample } from "../define";
import { definition } from "./definition";

/** Pages of the sample site where there is one. */
export function examples({ network, site }: SampleGround): ToolExample[] {
  if (!site) return [{ name: "schema.org", input: definition.examples[network] }];
  return [
    { name: "a product with faults", input: { url: `${site}/product` } },
    { name: "a good article", input: { url: `${site}/article` } },
    { name: "a shop", input: { url: `${site}/` } },
  ];
}
