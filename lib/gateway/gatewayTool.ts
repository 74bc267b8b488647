import "server-only";
import type { Address } from "viem";
import { z } from "zod";
import type { ListedOperation } from "@/db/queries/publicOperations";
import { type Category, defineTool, type Tool, type ToolCode } from "@/lib/tools/define";
import { ToolRefusal } from "@/lib/tools/refusal";

/** The most that an input of a seller's tool may weigh. */
const MOST_INPUT_BYTES = 2_000_000;

/** `kestrel/weather/forecast`: how a seller's operation is called everywhere in the market. */
export function slugOf({ seller, listing, operation }: ListedOperation): string {
  return `${seller.handle}/${listing.name}/${operation.name}`;
}

/** A seller's operation as a tool like every other. */
export function gatewayTool(listed: ListedOperation): Tool {
  const { seller, listing, operation } = listed;
  const { shape, example } = operation;
  return defineTool({
    definition: {
      code: operation.code as ToolCode,
      slug: slugOf(listed),
      category: listing.category as Category,
      question: operation.question,
      description: operation.description || listing.description,
      price: operation.price,
      maxInputBytes: MOST_INPUT_BYTES,
      seller: { handle: seller.handle, name: seller.name },
      account: seller.wallet as Address,
      payTo: seller.payTo as Address,
      listing: { name: listing.name, title: listing.title, description: listing.description, charge4xx: listing.policy.charge4xx },
      tags: operation.tags,
      timeoutMs: listing.policy.timeoutMs,
      examples: { "eip155:8453": example, "eip155:84532": example },
      cannotKnow: [],
      faults: [],
    },
    schema: { input: z.looseObject({}), output: z.unknown(), fields: {}, json: { input: shape.input, output: shape.output ?? {} } },
    shape,
    run: async () => {
      throw new ToolRefusal("upstream_unavailable", "Sellers' tools can't be called yet.", { kind: "unavailable" });
    },
  });
}
