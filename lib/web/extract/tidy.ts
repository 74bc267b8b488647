import type { CheerioAPI } from "cheerio";
import { type HtmlElement, type HtmlNode, isElement, takeOut, walkTree } from "../tree";

/** What says nothing to a reader: code, forms, frames and drawings. */
const SILENT = new Set([
  ...["script", "style", "link", "meta", "base", "object", "embed", "applet", "param", "iframe", "frame", "frameset"],
  ...["svg", "math", "canvas", "audio", "video", "source", "track", "map", "area", "dialog"],
  ...["input", "button", "select", "textarea", "option", "datalist", "progress", "meter"],
]);
/** Of white space within one text. */
const LONGEST_GAP = 500;
const LONGEST_ADDRESS = 2_000;
/** Where pages that load their pictures late keep the address. */
const LATE = ["data-src", "data-original", "data-lazy-src", "data-lazy"];
/** What headings offer to be linked by. */
const MARKS = new Set(["", "#", "¶", "§", "🔗", "⚓", "link", "permalink"]);

/** Leaves of the page what can be read, and makes every address in it a full one. */
export function tidy($: CheerioAPI, base: string): void {
  const out = new Set<HtmlNode>();
  for (const root of $("body").toArray()) {
    walkTree(root, (node) => {
      if (node.type === "text" && node.data.length > LONGEST_GAP) node.data = withoutGaps(node.data);
      if (!isElement(node)) return true;
      if (isSilent(node, $)) {
        out.add(node);
        return false;
      }
      if (node.name === "a" && !keepLink(node, base, $)) out.add(node);
      if (node.name === "img" && !keepImage(node, base)) out.add(node);
      return true;
    });
  }
  takeOut(out);
}

/** Long white space cut short: the writers of Markdown take a time for it that grows with the square of its length. */
function withoutGaps(text: string): string {
  let kept = "";
  let from = 0;
  let gap = 0;
  for (let at = 0; at < text.length; at += 1) {
    const white = isWhite(text.charCodeAt(at));
    if (!white && gap > LONGEST_GAP) {
      kept += text.slice(from, at - gap + LONGEST_GAP);
      from = at;
    }
    gap = white ? gap + 1 : 0;
  }
  return kept + text.slice(from, gap > LONGEST_GAP ? text.length - gap + LONGEST_GAP : text.length);
}

function isWhite(code: number): boolean {
  return (
    code <= 0x20 ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** What is said to those who run no scripts is mostly that they should; the pictures in it are those of the page. */
function isSilent(node: HtmlElement, $: CheerioAPI): boolean {
  if (node.name === "noscript") return $(node).find("img").length === 0;
  return SILENT.has(node.name) && !isTick(node);
}

/** Boxes of lists that are ticked off are part of what is written. */
function isTick({ name, attribs, parent }: HtmlElement): boolean {
  return name === "input" && attribs.type === "checkbox" && parent !== null && "name" in parent && parent.name === "li";
}

function keepLink(link: HtmlElement, base: string, $: CheerioAPI): boolean {
  const raw = link.attribs.href ?? "";
  const href = fullAddress(raw, base);
  if (raw.trim().startsWith("#") || href === null) {
    delete link.attribs.href;
    return !raw.trim().startsWith("#") || !isMark(link, $);
  }
  link.attribs.href = href;
  return true;
}

function isMark(link: HtmlElement, $: CheerioAPI): boolean {
  return link.children.length <= 3 && MARKS.has($(link).text().trim().toLowerCase()) && $(link).find("img").length === 0;
}

function keepImage({ attribs }: HtmlElement, base: string): boolean {
  const named = [attribs.src, ...LATE.map((name) => attribs[name]), firstOfSet(attribs.srcset), firstOfSet(attribs["data-srcset"])];
  for (const one of named) {
    const src = one ? fullAddress(one, base) : null;
    if (!src || src.startsWith("mailto:")) continue;
    attribs.src = src;
    delete attribs.srcset;
    return true;
  }
  return false;
}

function firstOfSet(set: string | undefined): string | undefined {
  return set?.slice(0, LONGEST_ADDRESS).trim().split(/\s/, 1)[0];
}

/** null: not an address that leads to a page, or one that is too long to be of use. */
export function fullAddress(text: string, base: string): string | null {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > LONGEST_ADDRESS || !URL.canParse(trimmed, base)) return null;
  const { protocol, href } = new URL(trimmed, base);
  if (protocol !== "http:" && protocol !== "https:" && protocol !== "mailto:") return null;
  return href.length > LONGEST_ADDRESS ? null : href;
}
