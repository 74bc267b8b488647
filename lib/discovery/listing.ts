import "server-only";
import { paymentNetwork } from "@/lib/chains";
import { env } from "@/lib/env";
import { formatUsd } from "@/lib/money";
import { requirementsFor } from "@/lib/payments/requirements";
import type { Requirements } from "@/lib/payments/types";
import { catalog } from "@/lib/tools/catalog";
import { CATEGORIES, type JsonSchema, type Tool, type ToolDefinition } from "@/lib/tools/define";
import { examplesOf } from "@/lib/tools/examples";
import { toolSchemas } from "@/lib/tools/jsonSchema";
import { findTool } from "@/lib/tools/registry";
import { toolPath } from "@/lib/tools/toolPath";

/** A tool as every machine door tells it: the same name, price, terms and schemas everywhere. */
export type Listing = {
  definition: ToolDefinition;
  category: string;
  path: string;
  url: string;
  /** `"$0.005"`; the least, where the request makes the price. */
  price: string;
  /** Why it serves nobody now, in a sentence. */
  unavailable: string | null;
  requirements: Requirements;
  networkName: string;
  /** An input that has an answer on this network. */
  example: Record<string, unknown>;
  input: JsonSchema;
  output: JsonSchema;
};

export function listings(origin: string): Listing[] {
  return catalog.flatMap(({ slug }) => {
    const tool = findTool(slug);
    return tool ? [listingOf(tool, origin)] : [];
  });
}

export function listingOf(tool: Tool, origin: string): Listing {
  const { definition } = tool;
  const requirements = requirementsFor(definition);
  const path = toolPath(tool);
  return {
    definition,
    category: CATEGORIES[definition.category].name,
    path,
    url: `${origin}${path}`,
    price: formatUsd(BigInt(requirements.amount)),
    requirements,
    unavailable: tool.unavailable?.() ?? null,
    networkName: paymentNetwork(env().network).name,
    example: examplesOf(tool)[0].input,
    ...toolSchemas(tool),
  };
}
