import "server-only";
import { ToolRefusal } from "@/lib/tools/refusal";
import { LOCAL_EMBEDDINGS } from "./models";
import { inThread } from "./threads";
import { tokenIds } from "./tokenIds";

export type Embedded = { vectors: number[][]; tokens: number };

/** Tokens of a text as the local model counts them. */
export function countLocalTokens(text: string): number {
  return tokenIds(text).length;
}

/**
 * A vector of length 1 for each text; the same text always has the same. Refuses `no_text`, `too_many_texts`,
 * `input_too_long` and what `inThread` refuses.
 */
export async function embed(texts: readonly string[], signal: AbortSignal): Promise<Embedded> {
  const encoded = tokensOf(texts);
  const { vectors } = await inThread<{ vectors: number[][] }>("embed", { texts: encoded, piece: LOCAL_EMBEDDINGS.tokensPerPiece }, signal);
  return { vectors, tokens: encoded.reduce((sum, ids) => sum + ids.length, 0) };
}

/** Free look before any price: may these texts be embedded? */
export function checkTexts(texts: readonly string[]): void {
  tokensOf(texts);
}

function tokensOf(texts: readonly string[]): number[][] {
  const { maxTexts, maxTokensPerText, maxTokensPerCall, maxCharactersPerText, maxCharactersPerCall } = LOCAL_EMBEDDINGS;
  if (texts.length === 0 || texts.some((text) => text.trim() === "")) {
    throw new ToolRefusal("no_text", "A text is empty: it has no vector.", { hint: "Leave empty texts out." });
  }
  if (texts.length > maxTexts) {
    throw new ToolRefusal("too_many_texts", `${texts.length} texts; a call takes ${maxTexts}.`, { hint: "Send them in several calls." });
  }
  const lengths = texts.map(({ length }) => length);
  holdTo("characters", lengths, maxCharactersPerText, maxCharactersPerCall);
  const encoded = texts.map((text) => tokenIds(text));
  holdTo(
    "tokens",
    encoded.map(({ length }) => length),
    maxTokensPerText,
    maxTokensPerCall,
  );
  return encoded;
}

function holdTo(what: string, counts: readonly number[], most: number, mostInAll: number): void {
  const longest = Math.max(...counts);
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (longest <= most && all <= mostInAll) return;
  const message = `${longest} ${what} in the longest text, ${all} in all; a text may have ${most}, a call ${mostInAll}.`;
  throw new ToolRefusal("input_too_long", message, { hint: "Cut the texts into paragraphs, or send them in several calls." });
}
