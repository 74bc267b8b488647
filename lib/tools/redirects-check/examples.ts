import type { SampleGround, ToolExample } from "../define";
import { definition } from "./definition";

/** Addresses of the sample site where there is one. */
export function examples({ network, site }: SampleGround): ToolExample[] {
  if (!site) return [{ name: "example.com", input: definition.examples[network] }];
  return [
    { name: "an old address", input: { url: `${site}/old` } },
    { name: "a page", input: { url: `${site}/` } },
    { name: "nothing", input: { url: `${site}/missing` } },
  ];
}
