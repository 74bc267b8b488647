import type { SampleGround, ToolExample } from "../define";
import { definition } from "./definition";

/** Pages of the sample site where there is one. */
export function examples({ network, site }: SampleGround): ToolExample[] {
  if (!site) return [{ name: "example.com", input: definition.examples[network] }];
  return [
    { name: "an article", input: { url: `${site}/article` } },
    { name: "a faulty page", input: { url: `${site}/faulty` } },
    { name: "a PDF", input: { url: `${site}/opening-hours.pdf` } },
  ];
}
