import type { ToolExampleInput } from "./toolExample";

/** What the tool's page knows of its tool. */
export type ToolFacts = {
  code: string;
  slug: string;
  /** What a call costs now, atomic. */
  price: bigint;
  seller: string;
  runP50Ms: number | null;
  /** What the form is filled with at first. */
  example: Record<string, unknown>;
  examples: readonly ToolExampleInput[];
  /** Of fields whose choices depend on this market: the ones that it can serve. */
  choices: Record<string, readonly string[]>;
};
