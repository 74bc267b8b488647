import "server-only";
import { env } from "@/lib/env";
import type { Tool, ToolExample } from "./define";

/** Inputs that have an answer on this very market, the best first; never empty. */
export function examplesOf(tool: Tool): [ToolExample, ...ToolExample[]] {
  const { network, local } = env();
  const ground = {
    network,
    site: local?.sampleSite ?? null,
    tokens: local?.sampleTokens ?? [],
    places: local?.samplePlaces ?? [],
  };
  const [first, ...rest] = tool.examples?.(ground) ?? [];
  return first ? [first, ...rest] : [{ name: "example", input: tool.definition.examples[network] }];
}
