import type { Address, PublicClient } from "viem";
import type { z } from "zod";
import type { Network } from "../chains";
import type { SamplePlace } from "../env";
import type { OperationShape } from "../gateway/types";
import type { Web } from "../web/types";
import type { Flow } from "./flow";
import type { RawAnswer } from "./rawAnswer";

/** The shelves of the market. A code (A1) is category and number, given once, never used again. */
export const CATEGORIES = {
  A: { name: "Chain safety", line: "Look before you sign." },
  B: { name: "Markets", line: "What moved, and who moved it." },
  C: { name: "Web", line: "Pages, read by a machine for a machine." },
  D: { name: "Documents", line: "From picture or PDF to fields." },
  E: { name: "Inference", line: "Paid by the token." },
  F: { name: "Other", line: "What fits on no other shelf." },
} as const;

export type Category = keyof typeof CATEGORIES;
export type ToolCode = `${Category}${number}`;

/** What a tool says when it has no answer; `reason` codes of `ToolRefusal`. */
export type ToolFault = { reason: string; what: string };

/** Pure data, safe in browser and server. */
export type ToolDefinition = {
  code: ToolCode;
  slug: string;
  category: Category;
  /** The one question that the tool answers. */
  question: string;
  /** One or two sentences more, for the tool's own page and for machines. */
  description: string;
  /** USDC a call, as decimal text: `"0.005"`. Where the price depends on the request, the least that a call costs. */
  price: string;
  /** Where the price depends on the request: how it is made, in a sentence or two. */
  pricing?: string;
  /** The most that an input may weigh; 64 KiB where nothing is said. */
  maxInputBytes?: number;
  seller: { handle: string; name: string };
  /** Of a seller's tool: answers with status 400 to 499 are charged, too. */
  charges4xx?: boolean;
  /** Of a seller's tool: the wallet whose sale it is, and where its money goes. The market's own where this is missing. */
  account?: Address;
  payTo?: Address;
  /** Of a seller's tool: the listing that it is an operation of. */
  listing?: { name: string; title: string; description: string };
  tags: readonly string[];
  timeoutMs: number;
  /** An input that has an answer, for each network that the market can run on. */
  examples: Record<Network, Record<string, unknown>>;
  cannotKnow: readonly string[];
  faults: readonly ToolFault[];
};

export type JsonSchema = { [key: string]: unknown };

/** How the console draws a field; everything else comes from the schema. */
export type FieldHint = {
  label: string;
  placeholder?: string;
  note?: string;
  mono?: boolean;
  /** `long`: text of several lines. `lines`: a text a line. `chat`: what the user says next. `hidden`: for machines, not in the form. */
  as?: "long" | "lines" | "chat" | "hidden";
  /** Filled from a file of this kind: its data: URL. */
  file?: "image";
  /** The field that this one stands in for: filling one empties the other. */
  insteadOf?: string;
  /** Of a hidden field: what the console sends. */
  always?: boolean;
};

export type ToolSchema<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  input: I;
  output: O;
  fields: Record<string, FieldHint>;
  /** The same as JSON Schema, where that is what the schemas were made from. */
  json?: { input: JsonSchema; output: JsonSchema };
};

/** What a run may use: nothing of HTTP, payments or the database. */
export type ToolContext = {
  /** Aborted when the tool's time is up. */
  signal: AbortSignal;
  /** CAIP-2 id of the network that the market itself is paid on. */
  homeChain: string;
  /** A client of the chain with this CAIP-2 id, or null when the market has no RPC for it. */
  chain: (caip2: string) => PublicClient | null;
  /** Where the exchange lives on the home chain, when it isn't at its well-known addresses. */
  contracts?: { uniswapV2Factory: Address; uniswapV2Router: Address; weth: Address };
  /** The only way out to addresses that callers name: checked at connect time, capped, polite. */
  web: Web;
  /** For whom it runs; missing for a sample that nobody pays for. */
  caller?: { payer: Address; payment: string } | undefined;
};

/** What an example may be made of, beside well-known things: what this very market has put up for trying. */
export type SampleGround = {
  network: Network;
  /** Origin of the sample site on the local chain, such as `http://127.0.0.1:4100`; null on real networks. */
  site: string | null;
  tokens: readonly { name: string; address: Address }[];
  /** Pools, wallets, deployers and transactions of the local chain's own history; none on real networks. */
  places: readonly SamplePlace[];
};

/** An input worth trying, with a short name. */
export type ToolExample = { name: string; input: Record<string, unknown> };

/** What one call costs, atomic, and how that was come by, in words. */
export type RequestPrice = { amount: bigint; made: string };

export type Tool<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  definition: ToolDefinition;
  schema: ToolSchema<I, O>;
  /** The answer, or one that flows. No answer: throws a `ToolRefusal`. */
  run: (input: z.output<I>, ctx: ToolContext) => Promise<z.input<O> | Flow | RawAnswer>;
  /** Inputs to try on this ground, the best first; `definition.examples` where this is missing. */
  examples?: (ground: SampleGround) => ToolExample[];
  /** For so long a sample answer is shown before it is made anew; ten minutes where nothing is said. */
  sampleFreshMs?: number;
  /** Why the tool can serve nobody now, in a sentence, or null. Asked for every page and call: quick, and never throws. */
  unavailable?: () => string | null;
  /** Free look before any price: throws a `ToolRefusal` when a backend that this input needs is missing. */
  ready?: (input: z.output<I>, ctx: ToolContext) => void;
  /** What this input costs. The same input costs the same while nothing is reconfigured. */
  price?: (input: z.output<I>) => RequestPrice;
  /** Of that price, what the answer really used; at most the price. Flows tell it themselves. */
  used?: (input: z.output<I>, answer: z.output<O>) => bigint;
  /** Of a tool with a field `model`: what it can be now. */
  models?: () => string[];
  /** Of a seller's tool: how its route is called. Others take their input as a query or as a JSON body. */
  shape?: OperationShape;
  /** Errors in the shape that this route's clients read; 402 stays as the protocol has it. */
  tellError?: (status: number, body: Record<string, unknown>) => Record<string, unknown>;
};

/**
 * Ties the files of a tool together and checks that they fit each other. What comes out has forgotten
 * its own types, so that the pipeline and the registry can hold any tool; the schemas keep it honest.
 */
export function defineTool<I extends z.ZodType, O extends z.ZodType>(tool: Tool<I, O>): Tool {
  return tool as unknown as Tool;
}
