import "server-only";
import { countTokens } from "@/lib/inference/countTokens";
import { tokenPrice } from "@/lib/inference/tokenPrice";
import { boundOf } from "./price";
import type { ChatAnswer, ChatInput } from "./schema";

/** What the server says it counted: figures that can't be are as good as none. */
export type ToldUsage = { prompt_tokens?: unknown; completion_tokens?: unknown } | null | undefined;

/**
 * What an answer used of its price, atomic. By the server's own figures where they can be true: whole, not negative, and
 * within what was priced. Else its text is counted here.
 */
export function usedOf(input: ChatInput, told: ToldUsage, text: string): bigint {
  const bound = boundOf(input);
  const within = (value: unknown, most: number) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= most;
  const believed = within(told?.prompt_tokens, bound.input) && within(told?.completion_tokens, bound.output);
  const tokens = believed
    ? { input: Number(told?.prompt_tokens), output: Number(told?.completion_tokens) }
    : { input: bound.input, output: Math.min(countTokens(text), bound.output) };
  return tokenPrice(bound.rate, tokens);
}

/** Of a whole answer. */
export function used(input: ChatInput, answer: ChatAnswer): bigint {
  return usedOf(input, answer.usage as ToldUsage, JSON.stringify(answer.choices));
}
