import "server-only";
import { createRequire } from "node:module";
import { join } from "node:path";

type Tokenizer = typeof import("gpt-tokenizer/encoding/o200k_base");
let tokenizer: Tokenizer | undefined;

/** Its tables weigh some 20 MB, so they come with the first text that is counted. */
function load(): Tokenizer {
  tokenizer ??= createRequire(join(process.cwd(), "package.json"))("gpt-tokenizer/encoding/o200k_base") as Tokenizer;
  return tokenizer;
}

/** One long run of letters costs the tokenizer the square of its length, so it gets no longer one. */
const PIECE = 256;

/**
 * Tokens of a text in OpenAI's `o200k_base`. It is counted in pieces that end before a space where there is one, so that
 * ordinary text comes out exactly and what has no spaces comes out slightly higher.
 */
export function countTokens(text: string): number {
  let tokens = 0;
  for (let at = 0; at < text.length; ) {
    const end = at + PIECE >= text.length ? text.length : cutBefore(text, at, at + PIECE);
    tokens += load().countTokens(text.slice(at, end), { allowedSpecial: new Set(), disallowedSpecial: new Set() });
    at = end;
  }
  return tokens;
}

/** The last space in the piece that isn't at its start, else its end; never between the halves of a surrogate pair. */
function cutBefore(text: string, from: number, to: number): number {
  const space = text.lastIndexOf(" ", to);
  if (space > from) return space;
  const code = text.charCodeAt(to - 1);
  return code >= 0xd800 && code <= 0xdbff ? to - 1 : to;
}
