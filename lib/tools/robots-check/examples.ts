import type { SampleGround, ToolExample } from "../define";
import { definition } from "./definition";

/** Pages of the sample site where there is one. */
export function examples({ network, site }: SampleGround): ToolExample[] {
  if (!site) return [{ name: "example.com", input: definition.examples[network] }];
  return [
    { name: "a product", input: { url: `${site}/product` } },
    { name: "an article", input: { url: `${site}/article` } },
    { name: "a private page", input: { url: `${site}/private/recipes` } },
  ];
}
