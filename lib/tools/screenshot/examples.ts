import type { SampleGround, ToolExample } from "../define";
import { definition } from "./definition";

/** The market's own sample site where there is one; a page that everyone knows otherwise. */
export function examples({ network, site }: SampleGround): ToolExample[] {
  const url = site ? `${site}/` : definition.examples[network].url;
  return [
    { name: "desktop", input: { url, format: "webp" } },
    { name: "phone, whole page", input: { url, device: "phone", full_page: true, format: "webp" } },
  ];
}
