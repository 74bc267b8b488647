import type { Anchor, Picture } from "../facts";
import { addressOf, firstOfSet } from "./address";
import { attribute, type Element, spotOf, tidy } from "./dom";
import { type Around, add, type Draft, type Entered, gathered, gathering, listening, type OpenLink, take } from "./draft";
import { noteLoad } from "./headElements";
import { labelOf } from "./label";

const MOST_LINKS = 2_000;
const MOST_PICTURES = 1_000;
const MOST_IDS = 5_000;
const LONGEST_TEXT = 300;

export function enterLink(element: Element, around: Around, draft: Draft): Entered {
  const name = attribute(element, "name");
  if (name && draft.ids.size < MOST_IDS) draft.ids.add(name.slice(0, 200));
  const anchor = add(draft.anchors, () => anchorOf(element, around, draft), MOST_LINKS);
  if (!anchor) return {};
  const link: OpenLink = { anchor, pictures: [], alts: [], text: gathering() };
  const leave = () => {
    anchor.text = gathered(link.text).slice(0, LONGEST_TEXT);
    const named = anchor.text || labelOf(element);
    anchor.name = named || tidy(link.alts.join(" "), LONGEST_TEXT);
    if (!named) for (const picture of link.pictures) picture.inLink = true;
  };
  return { around: { link, gatherings: listening(around, link.text) }, leave };
}

function anchorOf(element: Element, { language }: Around, draft: Draft): Anchor {
  const raw = attribute(element, "href") ?? attribute(element, "xlink:href");
  const address = addressOf(raw, draft.base);
  return {
    ...spotOf(element),
    raw: raw?.slice(0, 500) ?? null,
    url: address?.url ?? null,
    fragment: address?.fragment ?? null,
    rel: wordsOf(attribute(element, "rel")),
    text: "",
    name: "",
    language,
    id: Boolean(attribute(element, "id") || attribute(element, "name")),
    role: (attribute(element, "role") ?? "").trim().toLowerCase(),
    attributes: Object.keys(element.attribs).slice(0, 30),
  };
}

function wordsOf(text: string | null): string[] {
  return (text ?? "").slice(0, 500).toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10);
}

export function enterPicture(element: Element, around: Around, draft: Draft): Entered {
  const raw = attribute(element, "src") ?? firstOfSet(attribute(element, "srcset")) ?? attribute(element, "data-src");
  const url = addressOf(raw, draft.base)?.url ?? null;
  const picture = add(draft.pictures, () => pictureOf(element, { raw, url, hidden: around.hidden }), MOST_PICTURES);
  noteLoad(element, url, draft);
  if (picture) around.link?.pictures.push(picture);
  const heard = attribute(element, "alt")?.trim() || attribute(element, "aria-label")?.trim();
  if (heard) {
    around.link?.alts.push(heard.slice(0, LONGEST_TEXT));
    // A picture speaks for the heading or button around it.
    for (const one of around.gatherings) if (one !== around.link?.text) take(one, heard);
  }
  return {};
}

function pictureOf(element: Element, { raw, url, hidden }: { raw: string | null; url: string | null; hidden: boolean }): Picture {
  const { attribs } = element;
  return {
    ...spotOf(element),
    url,
    source: Boolean(raw?.trim()),
    alt: attribute(element, "alt")?.slice(0, 1_000) ?? null,
    decorative: attribs.role === "none" || attribs.role === "presentation" || attribs["aria-hidden"] === "true" || hidden,
    labelled: Boolean(attribs["aria-label"]?.trim() || attribs["aria-labelledby"]?.trim()),
    sized: (Boolean(attribs.width) && Boolean(attribs.height)) || Boolean(attribs.style?.includes("aspect-ratio")),
    lazy: attribs.loading === "lazy" || attribs["data-src"] !== undefined,
    inLink: false,
  };
}
