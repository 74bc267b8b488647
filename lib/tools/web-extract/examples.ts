import type { SampleGround, ToolExample } from "../define";
import { definition } from "./definition";

/** Pages of the sample site where there is one. */
export function examples({ network, site }: SampleGround): ToolExample[] {
  if (!site) return [{ name: "an article", input: definition.examples[network] }];
  return [
    { name: "an article", input: { url: `${site}/article`, include_links: true, include_images: true } },
    { name: "a product with a table", input: { url: `${site}/product` } },
    { name: "a PDF", input: { url: `${site}/opening-hours.pdf` } },
  ];
}
