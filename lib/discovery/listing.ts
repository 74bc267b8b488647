import "server-only";
import { paymentNetwork } from "@/lib/chains";
import { env } from "@/lib/env";
import type { OperationShape } from "@/lib/gateway/types";
import { formatUsd } from "@/lib/money";
import { requirementsFor } from "@/lib/payments/requirements";
import type { Requirements } from "@/lib/payments/types";
import { allTools } from "@/lib/shelf/allTools";
import { CATEGORIES, type JsonSchema, type Tool, type ToolDefinition } from "@/lib/tools/define";
import { examplesOf } from "@/lib/tools/examples";
import { toolSchemas } from "@/lib/tools/jsonSchema";
import { toolPath } from "@/lib/tools/toolPath";

/** A tool as every machine door tells it: the same name, price, terms and schemas everywhere. */
export type Listing = {
  definition: ToolDefinition;
  category: string;
  /** Of a seller's tool with `{name}` where the path takes a value. */
  path: string;
  url: string;
  quotePath: string;
  methods: readonly string[];
  /** Of a seller's tool: how its input becomes a request. */
  shape: OperationShape | null;
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

/** Everything on the shelves, as machines are told of it. */
export async function listings(origin: string): Promise<Listing[]> {
  return (await allTools()).map((tool) => listingOf(tool, origin));
}

export function listingOf(tool: Tool, origin: string): Listing {
  const { definition, shape = null } = tool;
  const requirements = requirementsFor(definition);
  const path = toolPath(tool);
  return {
    definition,
    category: CATEGORIES[definition.category].name,
    path,
    url: `${origin}${path}`,
    quotePath: shape ? `/api/v1/quote/${definition.slug}` : `${path}/quote`,
    methods: shape ? [shape.method] : ["GET", "POST"],
    shape,
    price: formatUsd(BigInt(requirements.amount)),
    requirements,
    unavailable: tool.unavailable?.() ?? null,
    networkName: paymentNetwork(env().network).name,
    example: examplesOf(tool)[0].input,
    ...toolSchemas(tool),
  };
}
