import type { SampleGround, ToolExample } from "../define";
import { definition } from "./definition";

/** Pages of the sample site where there is one. */
export function examples({ network, site }: SampleGround): ToolExample[] {
  if (!site) return [{ name: "documentation", input: definition.examples[network] }];
  return [
    { name: "a shop's start page", input: { url: `${site}/` } },
    { name: "an article", input: { url: `${site}/article` } },
    { name: "a faulty page", input: { url: `${site}/faulty` } },
  ];
}
