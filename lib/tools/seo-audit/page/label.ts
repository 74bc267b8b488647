import { type Element, tidy } from "./dom";

/** Where it is known that a label exists, what it says does not matter. */
export function labelOf(element: Element): string {
  const { attribs } = element;
  return tidy(attribs["aria-label"] ?? "", 300) || (attribs["aria-labelledby"]?.trim() ? "…" : "") || tidy(attribs.title ?? "", 300);
}
