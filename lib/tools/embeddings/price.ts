import "server-only";
import { countTokens } from "@/lib/inference/countTokens";
import { otherTokenizer, ownTokenizer } from "@/lib/inference/inputBound";
import { countLocalTokens } from "@/lib/inference/local/embed";
import type { ModelRate } from "@/lib/inference/modelRates";
import { offered } from "@/lib/inference/offered";
import { tokenPrice } from "@/lib/inference/tokenPrice";
import { formatUsdc } from "@/lib/money";
import type { RequestPrice } from "../define";
import type { EmbeddingsAnswer, EmbeddingsInput } from "./schema";

type Bound = { tokens: number; exact: boolean; rate: ModelRate };

/** The most input tokens of this request. Token ids that the caller made are counted as they are. */
function boundOf({ model, input }: EmbeddingsInput): Bound {
  const { local, model: found } = offered(model, "embedding");
  const { rate } = found;
  const parts: unknown[] = Array.isArray(input) ? input.flat() : [input];
  const ids = parts.filter((part) => typeof part === "number").length;
  if (ids > 0) return { tokens: ids, exact: true, rate };
  if (local) return { tokens: parts.reduce((sum: number, text) => sum + countLocalTokens(String(text)), 0), exact: true, rate };
  const exact = ownTokenizer(model);
  const tokens = parts.reduce((sum: number, text) => sum + (exact ? countTokens(String(text)) : otherTokenizer(String(text))), 0);
  return { tokens, exact, rate };
}

export function price(input: EmbeddingsInput): RequestPrice {
  const { tokens, exact, rate } = boundOf(input);
  const made = `${exact ? "" : "at most "}${tokens} tokens in at $${formatUsdc(rate.input)} a million`;
  return { amount: tokenPrice(rate, { input: tokens, output: 0 }), made };
}

/** By the server's own count where it can be true: whole, and within what was priced. */
export function used(input: EmbeddingsInput, { usage }: EmbeddingsAnswer): bigint {
  const { tokens, rate } = boundOf(input);
  const told = usage?.prompt_tokens;
  const believed = typeof told === "number" && Number.isSafeInteger(told) && told >= 0 && told <= tokens;
  return tokenPrice(rate, { input: believed ? told : tokens, output: 0 });
}
