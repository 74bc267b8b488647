import "server-only";
import { inputBound } from "@/lib/inference/inputBound";
import type { ModelRate } from "@/lib/inference/modelRates";
import { offered } from "@/lib/inference/offered";
import { type Tokens, tokenPrice } from "@/lib/inference/tokenPrice";
import { formatUsdc } from "@/lib/money";
import type { RequestPrice } from "../../define";
import { type ChatInput, DEFAULT_MAX_TOKENS } from "./schema";

export type Bound = Tokens & { rate: ModelRate; exact: boolean; images: number };

/** The most tokens that this request may cost, and their rate. */
export function boundOf(input: ChatInput): Bound {
  const { tokens, exact, images } = inputBound(input);
  return { input: tokens, output: longestAnswer(input), rate: offered(input.model, "chat").model.rate, exact, images };
}

export function longestAnswer({ max_completion_tokens, max_tokens, n = 1 }: ChatInput): number {
  return (max_completion_tokens ?? max_tokens ?? DEFAULT_MAX_TOKENS) * n;
}

/** Exact for this request: its input, counted or bounded, and the longest answer that it allows. */
export function price(input: ChatInput): RequestPrice {
  const bound = boundOf(input);
  const { rate, exact, images } = bound;
  const ofImages = images > 0 ? `, ${images} ${images === 1 ? "image" : "images"} among them` : "";
  const made = [
    `${exact ? "" : "at most "}${bound.input} tokens in${ofImages} at $${formatUsdc(rate.input)} a million`,
    `${bound.output} tokens out at $${formatUsdc(rate.output ?? 0n)} a million`,
  ].join(" + ");
  return { amount: tokenPrice(rate, bound), made };
}
