import type { SampleGround, ToolExample } from "../define";
import { definition } from "./definition";

/** The sample site where there is one. */
export function examples({ network, site }: SampleGround): ToolExample[] {
  if (!site) return [{ name: "sitemaps.org", input: definition.examples[network] }];
  return [
    { name: "the sample site", input: { url: `${site}/` } },
    { name: "its sitemap, without a sample", input: { url: `${site}/sitemap.xml`, sample: 0 } },
  ];
}
