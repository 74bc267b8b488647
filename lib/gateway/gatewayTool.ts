import "server-only";
import type { Address } from "viem";
import { z } from "zod";
import type { ListedOperation } from "@/db/queries/publicOperations";
import { env } from "@/lib/env";
import { canSeal } from "@/lib/secrets/seal";
import { type Category, defineTool, type Tool, type ToolCode, type ToolDefinition } from "@/lib/tools/define";
import { RawAnswer } from "@/lib/tools/rawAnswer";
import { CHARGED_4XX, GATEWAY_FAULTS } from "./faults";
import { holdAnswer } from "./holdAnswer";
import { inputSchema, requestOf } from "./inputSchema";
import type { OperationShape } from "./types";
import { callUpstream } from "./upstream/callUpstream";
import { upstreamAgent } from "./upstream/ground";

/** The most that an input of a seller's tool may weigh. */
const MOST_INPUT_BYTES = 2_000_000;

/** `kestrel/weather/forecast`: how a seller's operation is called everywhere in the market. */
export function slugOf({ seller, listing, operation }: ListedOperation): string {
  return `${seller.handle}/${listing.name}/${operation.name}`;
}

/** A seller's operation as a tool like every other. */
export function gatewayTool(listed: ListedOperation): Tool {
  const { listing, operation } = listed;
  const { shape } = operation;
  const { policy } = listing;
  const definition = definitionOf(listed);
  return defineTool({
    definition,
    schema: { input: inputSchema(shape), output: z.unknown(), fields: {}, json: { input: shape.input, output: shape.output ?? {} } },
    shape,
    unavailable: () => whyNot(listed),
    run: async (input, { signal, caller }) => {
      const request = requestOf(shape, input);
      const asked = { listing, tool: definition.slug, request, accept: acceptOf(shape), userAgent: userAgent(), caller, signal };
      const answer = await callUpstream({ ...asked, agent: upstreamAgent() });
      if (policy.holdSchema && shape.output && answer instanceof RawAnswer && answer.status < 400) holdAnswer(answer, shape.output);
      return answer;
    },
  });
}

function definitionOf(listed: ListedOperation): ToolDefinition {
  const { seller, listing, operation } = listed;
  const { charge4xx, timeoutMs } = listing.policy;
  const described = operation.description || listing.description;
  return {
    code: operation.code as ToolCode,
    slug: slugOf(listed),
    category: listing.category as Category,
    question: operation.question,
    description: charge4xx ? [described, CHARGED_4XX].filter(Boolean).join(" ") : described,
    price: operation.price,
    maxInputBytes: MOST_INPUT_BYTES,
    seller: { handle: seller.handle, name: seller.name },
    ...(charge4xx ? { charges4xx: true } : {}),
    account: seller.wallet as Address,
    payTo: seller.payTo as Address,
    tags: operation.tags,
    timeoutMs,
    examples: { "eip155:8453": operation.example, "eip155:84532": operation.example },
    cannotKnow: [],
    faults: GATEWAY_FAULTS,
  };
}

/** Why nobody can call it now. What was paid for is given all the same. */
function whyNot({ listing, operation }: ListedOperation): string | null {
  if (listing.state === "removed") return `It was taken down: ${listing.stateReason ?? "no reason was given."}`;
  if (listing.state !== "public") return listing.stateReason ?? "Its seller has taken it off the shelves.";
  if (!operation.enabled) return "Its seller does not sell it any more.";
  if (listing.policy.auth && !listing.secret) return "Its seller has left no key for its API here.";
  if ((listing.secret || listing.signingKey) && !canSeal()) return "The keys for its API can't be read here.";
  return null;
}

function acceptOf({ answerTypes }: OperationShape): string {
  return answerTypes.length > 0 ? [...answerTypes.slice(0, 10), "*/*;q=0.1"].join(", ") : "*/*";
}

function userAgent(): string {
  const { publicUrl } = env();
  return publicUrl ? `Coinslot/1.0 (+${publicUrl}/docs)` : "Coinslot/1.0";
}
