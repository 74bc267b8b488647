import type { OperationShape } from "@/lib/gateway/types";
import type { ToolExampleInput } from "./toolExample";

/** What the tool's page knows of its tool. */
export type ToolFacts = {
  code: string;
  slug: string;
  /** Of a seller's operation: its own method, path and parameters. */
  shape: OperationShape | null;
  /** What a call costs now, atomic; the least, where the request makes the price. */
  price: bigint;
  /** How the request makes the price; null where every call costs the same. */
  pricing: string | null;
  /** Why it serves nobody now. */
  unavailable: string | null;
  seller: string;
  runP50Ms: number | null;
  /** What the form is filled with at first. */
  example: Record<string, unknown>;
  examples: readonly ToolExampleInput[];
  /** Of fields whose choices depend on this market: the ones that it can serve. */
  choices: Record<string, readonly string[]>;
};
