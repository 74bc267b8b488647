import { type HtmlElement, textBelow } from "../tree";
import type { Allowance } from "./types";

const ADDRESS_IN: Record<string, string> = {
  a: "href",
  area: "href",
  link: "href",
  img: "src",
  audio: "src",
  embed: "src",
  iframe: "src",
  source: "src",
  track: "src",
  video: "src",
  object: "data",
};

/** What an element says as the value of a property, in microdata and RDFa alike: its attribute where it has one, else its text. */
export function nodeValue(element: HtmlElement, base: string, allowance: Allowance): string {
  const { name, attribs } = element;
  const address = attribs[ADDRESS_IN[name] ?? ""];
  if (attribs.content === undefined && address !== undefined) return addressIn(address, base, allowance);
  const own = attribs.content ?? attribs.datetime ?? (name === "data" || name === "meter" ? attribs.value : undefined);
  if (own !== undefined) return allowance.take((most) => own.slice(0, most));
  return allowance
    .take((most) => textBelow(element, most))
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** A full address where it makes one, else as it stands. */
export function addressIn(text: string, base: string, allowance: Allowance): string {
  return allowance.take((most) => (URL.canParse(text, base) ? new URL(text, base).href : text).slice(0, most));
}

/** Names that stand in one attribute, parted by white space. */
export function namesIn(attribute: string | undefined): string[] {
  return attribute
    ? attribute
        .slice(0, 4_000)
        .split(/[ \t\n\f\r]+/)
        .filter(Boolean)
        .slice(0, 50)
    : [];
}

/** Where an element stands, as a selector that people can follow. */
export function placeOfElement(element: HtmlElement): string {
  const steps: string[] = [];
  let at: HtmlElement | null = element;
  while (at && steps.length < 5) {
    if (at.attribs.id) return [`${at.name}#${at.attribs.id.slice(0, 60)}`, ...steps].join(" > ");
    steps.unshift(step(at));
    at = at.parent && "attribs" in at.parent ? (at.parent as HtmlElement) : null;
  }
  return (at ? ["…", ...steps] : steps).join(" > ");
}

function step(element: HtmlElement): string {
  let number = 1;
  // Told up to a thousand: a list of strangers may be longer than is worth counting.
  for (let before = element.prev; before && number < 1_000; before = before.prev) {
    if ("name" in before && before.name === element.name) number += 1;
  }
  return number === 1 ? element.name : `${element.name}:nth-of-type(${number})`;
}
