import type { CheerioAPI } from "cheerio";
import { hides, readDeclarations, speaksOfBeingSeen } from "./styles";

/** Of all style sheets in the page together, so much is read. */
const MOST_STYLE = 300_000;
const MOST_SELECTORS = 5_000;

/**
 * Names (`.note`, `#note`) that the page's own style sheets hide by a plain rule. What another rule shows under some
 * condition (a tab that is open, a menu that is wide enough) is not in it: that is shown to somebody.
 */
export function hidingRules($: CheerioAPI): ReadonlySet<string> {
  const hidden = new Set<string>();
  const shown = new Set<string>();
  let left = MOST_STYLE;
  $("style").each((_, element) => {
    const text = $(element).text().slice(0, left);
    left -= text.length;
    for (const { selectors, body } of rulesOf(text)) {
      const style = readDeclarations(body);
      if (!speaksOfBeingSeen(style)) continue;
      const hiding = hides(style);
      for (const selector of selectors.split(",")) {
        const plain = /^[.#][\w-]{1,80}$/.test(selector.trim());
        if (hiding && plain && hidden.size < MOST_SELECTORS) hidden.add(selector.trim());
        if (!hiding) for (const name of selector.match(/[.#][\w-]{1,80}/g) ?? []) if (shown.size < MOST_SELECTORS) shown.add(name);
      }
    }
  });
  return new Set([...hidden].filter((name) => !shown.has(name)));
}

/** The rules that always apply: those inside of @media and its like are left out. */
function* rulesOf(css: string): Generator<{ selectors: string; body: string }> {
  const text = withoutComments(css);
  for (let at = 0; at < text.length; ) {
    const open = text.indexOf("{", at);
    if (open < 0) return;
    const selectors = text.slice(at, open).trim();
    const close = selectors.includes("@") ? endOfBlock(text, open) : text.indexOf("}", open);
    if (close < 0) return;
    if (!selectors.includes("@") && selectors.length < 5_000) yield { selectors, body: text.slice(open + 1, close) };
    at = close + 1;
  }
}

function withoutComments(css: string): string {
  const [first = "", ...rest] = css.split("/*");
  return first + rest.map((part) => (part.includes("*/") ? part.slice(part.indexOf("*/") + 2) : "")).join("");
}

function endOfBlock(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === "{") depth += 1;
    if (text[at] === "}") depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}
