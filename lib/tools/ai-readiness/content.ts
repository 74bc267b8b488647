import { setImmediate } from "node:timers/promises";
import type { CheerioAPI } from "cheerio";
import { countTokens } from "../../inference/countTokens";
import { countWords, wordsOfMarkdown } from "../../web/extract/countWords";
import { extractHtml } from "../../web/extract/extractHtml";
import type { LoadedHtml } from "../../web/loadHtml";
import { ToolRefusal } from "../refusal";
import type { AiReadinessAnswer } from "./schema";

type Content = NonNullable<AiReadinessAnswer["content"]>;

/** Where frameworks put what their scripts make. */
const MOUNTS = "#root, #app, #__next, #__nuxt, #svelte, #___gatsby, app-root, [data-reactroot]";
const FEW_WORDS = 50;
/** Counted in parts of this many characters, between which the others get their turn. */
const PART = 100_000;

/** How much of the page is text that can be read without running anything. Takes the tree apart; null where it is too complex to be read. */
export async function readContent(html: LoadedHtml, source: string, url: string, signal: AbortSignal): Promise<Content | null> {
  const scripts = scriptsNeeded(html.$);
  try {
    const { markdown, hidden } = await extractHtml(html, source, url, { links: false, images: false }, signal);
    const { words } = countWords(wordsOfMarkdown(markdown));
    return {
      words,
      html_characters: source.length,
      text_characters: markdown.length,
      tokens_html: await tokensOf(source),
      tokens_text: await tokensOf(markdown),
      hidden_characters: hidden.characters,
      needs_scripts: words < FEW_WORDS && scripts ? "likely" : "no",
    };
  } catch (error) {
    if (error instanceof ToolRefusal && error.reason === "too_complex") return null;
    throw error;
  }
}

function scriptsNeeded($: CheerioAPI): boolean {
  const asked = $("noscript")
    .toArray()
    .slice(0, 20)
    .some((element) => /javascript/i.test($(element).text().slice(0, 2_000)));
  return asked || ($(MOUNTS).length > 0 && $("script").length > 0);
}

async function tokensOf(text: string): Promise<number> {
  let tokens = 0;
  for (let at = 0; at < text.length; at += PART) {
    tokens += countTokens(text.slice(at, at + PART));
    await setImmediate();
  }
  return tokens;
}
