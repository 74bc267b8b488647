import type { Anchor, Capped, Markup, Picture } from "../facts";
import type { Element } from "./dom";

/** Text that is being gathered for somebody up the tree. */
export type Gathering = { parts: string[]; room: number };

/** What an element changes for those below it, and what is left to do when they have been seen. */
export type Entered = { around?: Partial<Around>; leave?: () => void };

/** The link that the walk is in. */
export type OpenLink = { anchor: Anchor; pictures: Picture[]; alts: string[]; text: Gathering };

/** What holds for an element and all below it. */
export type Around = {
  inHead: boolean;
  inBody: boolean;
  hidden: boolean;
  inLabel: boolean;
  /** The frame is menus, head and foot: words there are not the page's own. */
  zone: "main" | "body" | "frame";
  language: string | null;
  link: OpenLink | null;
  gatherings: readonly Gathering[];
};

export type Draft = Omit<Markup, "doctype" | "quirks" | "unlabelled"> & {
  fields: Capped<{ element: Element; id: string | null }>;
  labelled: Set<string>;
  text: Record<Around["zone"], Gathering>;
};

const LONGEST_TEXT = 400_000;

export function newDraft(url: string): Draft {
  return {
    language: null,
    base: url,
    titles: [],
    metas: [],
    links: [],
    anchors: capped(),
    pictures: capped(),
    headings: capped(),
    scripts: capped(),
    sheets: capped(),
    jsonLd: capped(),
    otherData: 0,
    plainLoads: capped(),
    plainForms: [],
    untitledFrames: [],
    namelessButtons: capped(),
    emptyMount: null,
    ids: new Set(),
    elements: 0,
    depth: 0,
    fields: capped(),
    labelled: new Set(),
    text: { main: gathering(LONGEST_TEXT), body: gathering(LONGEST_TEXT), frame: gathering(LONGEST_TEXT) },
  };
}

export function capped<T>(): Capped<T> {
  return { list: [], more: 0 };
}

export function gathering(room = 4_000): Gathering {
  return { parts: [], room };
}

/** Who hears what is said from here on: those nested deeper than anybody means are not listened for. */
export function listening({ gatherings }: Around, own: Gathering): readonly Gathering[] {
  return gatherings.length < 12 ? [...gatherings, own] : gatherings;
}

/** A list that a page can't make as long as it likes. What is beyond it is counted, and not even made. */
export function add<T>(to: Capped<T>, make: () => T, most: number): T | null {
  if (to.list.length >= most) {
    to.more += 1;
    return null;
  }
  const made = make();
  to.list.push(made);
  return made;
}

export function take(gathering: Gathering, text: string): void {
  if (gathering.room <= 0) return;
  const part = text.length > gathering.room ? text.slice(0, gathering.room) : text;
  gathering.room -= part.length;
  gathering.parts.push(part);
}

export function gathered({ parts }: Gathering): string {
  return parts.join("").replaceAll(/\s+/g, " ").trim();
}
