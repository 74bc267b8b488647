import type { CheerioAPI } from "cheerio";
import type { Spot } from "../facts";

export type Node = Parameters<CheerioAPI["contains"]>[0];
export type Element = Extract<Node, { attribs: unknown }>;

const LONGEST_SNIPPET = 180;
const LEVELS = 4;
/** Among more siblings than these a number says nothing to anybody. */
const COUNTED_SIBLINGS = 100;

export function isElement(node: Node): node is Element {
  return "attribs" in node;
}

export function attribute(element: Element, name: string): string | null {
  return Object.hasOwn(element.attribs, name) ? (element.attribs[name] ?? null) : null;
}

/** What is written directly inside, such as a script's own text. */
export function innerText(element: Element): string {
  return element.children.map((child) => ("data" in child && child.type === "text" ? child.data : "")).join("");
}

export function tidy(text: string, longest = 2_000): string {
  return text
    .slice(0, longest * 2)
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, longest);
}

export function spotOf(element: Element): Spot {
  return { selector: selectorOf(element), snippet: snippetOf(element) };
}

function snippetOf(element: Element): string {
  let text = `<${element.name}`;
  for (const [name, value] of Object.entries(element.attribs)) {
    if (text.length > LONGEST_SNIPPET) break;
    text += value === "" ? ` ${name}` : ` ${name}="${tidy(value, LONGEST_SNIPPET)}"`;
  }
  return text.length < LONGEST_SNIPPET ? `${text}>` : `${text.slice(0, LONGEST_SNIPPET)}…`;
}

/** As short as a reader needs to find the element: up to the next id, and no more than a few levels. */
function selectorOf(element: Element): string {
  const steps: string[] = [];
  let at: Element | null = element;
  for (let level = 0; at && level < LEVELS; level += 1) {
    const id = attribute(at, "id");
    const named = id !== null && /^[A-Za-z][\w-]{0,60}$/.test(id);
    steps.unshift(named ? `${at.name}#${id}` : `${at.name}${placeOf(at)}`);
    if (named) break;
    at = at.parent && isElement(at.parent) ? at.parent : null;
  }
  return steps.join(" > ");
}

function placeOf(element: Element): string {
  let before = 0;
  let seen = 0;
  for (let other = element.prev; other; other = other.prev) {
    seen += 1;
    if (seen > COUNTED_SIBLINGS) return "";
    if (isElement(other) && other.name === element.name) before += 1;
  }
  return before > 0 ? `:nth-of-type(${before + 1})` : "";
}
