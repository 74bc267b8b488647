import type { CheerioAPI } from "cheerio";
import { type HtmlElement, type HtmlNode, isElement, takeOut, textBelow, walkTree } from "../tree";
import { hidingRules } from "./hidingRules";
import { hides, readDeclarations } from "./styles";

/** What was in the page and not to be seen there; only what held text counts. */
export type Hidden = { elements: number; characters: number };

/** Names under which style sheets everywhere move text off the screen. */
const OFF_SCREEN = new Set(["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only", "a11y-hidden"]);
/** Enough to say how much there was. */
const MOST_CHARACTERS = 100_000;

/** Takes out what nobody who looks at the page would see: it is where words for machines alone are put. */
export function dropHidden($: CheerioAPI): Hidden {
  const rules = hidingRules($);
  const told: Hidden = { elements: 0, characters: 0 };
  const out = new Set<HtmlNode>();
  for (const root of $("body").toArray()) {
    walkTree(root, (node) => {
      if (node.type === "comment") out.add(node);
      if (!isElement(node)) return true;
      if (!isHidden(node, rules)) return true;
      out.add(node);
      const characters = textBelow(node, MOST_CHARACTERS).trim().length;
      if (characters > 0) told.elements += 1;
      told.characters += characters;
      return false;
    });
  }
  takeOut(out);
  return told;
}

function isHidden({ name, attribs }: HtmlElement, rules: ReadonlySet<string>): boolean {
  if (name === "template") return true;
  // A page may let its own search find and show such a part.
  if (attribs.hidden !== undefined && attribs.hidden !== "until-found") return true;
  if (attribs["aria-hidden"] === "true") return true;
  if (attribs.style && hides(readDeclarations(attribs.style))) return true;
  if (attribs.id && rules.has(`#${attribs.id}`)) return true;
  return namesOf(attribs.class).some((one) => OFF_SCREEN.has(one) || rules.has(`.${one}`));
}

function namesOf(list: string | undefined): string[] {
  return list ? list.slice(0, 2_000).split(/[ \t\n\f\r]+/, 100) : [];
}
