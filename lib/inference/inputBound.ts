import "server-only";
import { countTokens } from "./countTokens";
import { readText } from "./readText";

/** The most that one image costs models that read images; `detail: "low"` is a flat figure. */
const IMAGE_TOKENS = 1_500;
const LOW_IMAGE_TOKENS = 85;
/** What a chat template puts around a message, and around all of them. */
const PER_MESSAGE = 8;
const PER_REQUEST = 16;
/** Other models' tokenizers need more tokens than `o200k_base`; never more than one a byte. */
const OTHER_TOKENIZER = 1.6;

/** The most input tokens that a chat request is priced at. `images`: how many there are. */
export type InputBound = { tokens: number; exact: boolean; images: number };

/**
 * Counts what the model will read: messages, tools, response format, and every field that nobody here knows. With the
 * model's own tokenizer where it is OpenAI's, else an upper bound made from it.
 */
export function inputBound(request: { model: string; messages: unknown[] }): InputBound {
  const { text, images } = readText(request);
  const exact = ownTokenizer(request.model);
  const ofText = exact ? countTokens(text) : otherTokenizer(text);
  const ofImages = images.high * IMAGE_TOKENS + images.low * LOW_IMAGE_TOKENS;
  return { tokens: ofText + ofImages + PER_MESSAGE * request.messages.length + PER_REQUEST, exact, images: images.high + images.low };
}

/** Is `o200k_base`, or one that needs no more tokens, the model's own tokenizer? */
export function ownTokenizer(model: string): boolean {
  return /^(openai\/)?(gpt-(4o|4\.1|5)|o[1345]|chatgpt-)/.test(model);
}

/** An upper bound for models with other tokenizers. */
export function otherTokenizer(text: string): number {
  return Math.min(Math.ceil(countTokens(text) * OTHER_TOKENIZER), Buffer.byteLength(text));
}
