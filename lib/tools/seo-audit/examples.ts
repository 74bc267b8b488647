import type { SampleGround, ToolExample } from "../define";
import { definition } from "./definition";

/** The sample site on the local chain, else an address that everyone may ask. */
export function examples({ network, site }: SampleGround): ToolExample[] {
  if (!site) return [{ name: "one page", input: definition.examples[network] }];
  return [
    { name: "a page with faults", input: { url: `${site}/faulty` } },
    { name: "a good page", input: { url: `${site}/article` } },
    { name: "four pages", input: { url: `${site}/`, pages: 4 } },
  ];
}
