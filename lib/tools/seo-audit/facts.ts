import type { DecodedText } from "../../web/decodeText";
import type { Robots } from "../../web/robots/readRobots";
import type { WebAnswer } from "../../web/types";

/** Where something stands in a page: a path of selectors, and the element's own tag. */
export type Spot = { selector: string; snippet: string };

export type TextSpot = Spot & { text: string };

export type Meta = Spot & { name: string; content: string; inHead: boolean };

export type LinkElement = Spot & { rel: string[]; href: string | null; hreflang: string | null; inHead: boolean; fromHeader: boolean };

export type Anchor = Spot & {
  /** As written; null without the attribute. */
  raw: string | null;
  /** Whole, without fragment; null where it is no http address. */
  url: string | null;
  fragment: string | null;
  rel: string[];
  text: string;
  /** Text, picture's alt, aria-label or title: what a listener hears. */
  name: string;
  language: string | null;
  id: boolean;
  role: string;
  attributes: string[];
};

export type Picture = Spot & {
  /** null where nothing is loaded from an address of its own. */
  url: string | null;
  source: boolean;
  alt: string | null;
  decorative: boolean;
  labelled: boolean;
  sized: boolean;
  lazy: boolean;
  /** The link around it has no other name than this picture's alt. */
  inLink: boolean;
};

export type Heading = TextSpot & { level: number };

export type Script = Spot & { src: string | null; bytes: number; blocking: boolean };

export type Sheet = Spot & { href: string | null; bytes: number; blocking: boolean };

export type JsonLd = Spot & { parsed: unknown; fault: string | null };

/** Cut lists say so: how many elements of this kind were left out. */
export type Capped<T> = { list: T[]; more: number };

export type Markup = {
  doctype: boolean;
  quirks: boolean;
  language: TextSpot | null;
  base: string;
  titles: TextSpot[];
  metas: Meta[];
  links: LinkElement[];
  anchors: Capped<Anchor>;
  pictures: Capped<Picture>;
  headings: Capped<Heading>;
  scripts: Capped<Script>;
  sheets: Capped<Sheet>;
  jsonLd: Capped<JsonLd>;
  /** Elements with microdata's itemtype or RDFa's typeof. */
  otherData: number;
  /** What the page loads from plain http. */
  plainLoads: Capped<TextSpot>;
  plainForms: Spot[];
  unlabelled: Capped<Spot>;
  untitledFrames: Spot[];
  namelessButtons: Capped<Spot>;
  /** An empty mount point of an application. */
  emptyMount: Spot | null;
  ids: Set<string>;
  elements: number;
  depth: number;
};

export type Words = {
  /** All that can be read, and what of it belongs to the page itself. */
  count: number;
  mainCount: number;
  characters: number;
  sample: string;
  /** The smallest hashes of runs of five words: alike in pages that are alike. */
  sketch: number[];
};

export type PageFacts = Markup & {
  url: string;
  asked: string;
  foundBy: "asked" | "link" | "sitemap";
  answer: Pick<WebAnswer, "status" | "headers" | "hops" | "truncated" | "firstByteMs" | "totalMs" | "ageSeconds" | "fetchedAt">;
  bytes: number;
  cut: boolean;
  decoded: Omit<DecodedText, "text">;
  /** Where the document names its charset, in bytes from its start; null where it doesn't within its first 4 KB. */
  charsetAt: number | null;
  words: Words;
};

/** A page of the site that did not come as a page. */
export type MissedPage = { url: string; why: string; status: number | null; foundBy: "link" | "sitemap" };

/** What came of a request beside the page: an answer, or why there is none. */
export type Asked =
  | { ok: true; status: number; headers: Record<string, string>; url: string; hops: WebAnswer["hops"]; body: Buffer; truncated: boolean }
  | { ok: false; reason: string; why: string };

export type SitemapFacts = {
  url: string;
  named: boolean;
  status: number | null;
  kind: "urlset" | "index" | "text" | null;
  /** Addresses that it lists; for an index those of the files that were read. */
  locations: Set<string>;
  count: number;
  /** Not all of it was read. */
  partial: boolean;
  fault: string | null;
};

export type Sample = { url: string; from: string; spot: Spot; asked: Asked };

export type SiteFacts = {
  origin: string;
  robots: Robots | { state: "unknown"; why: string };
  sitemaps: SitemapFacts[];
  /** Were several pages asked for, and which of them answered with an error? */
  several: boolean;
  failed: MissedPage[];
  llms: Asked;
  nowhere: Asked;
  favicon: Asked;
  /** The same address in another spelling; null where there is no such spelling to ask. */
  plain: Asked | null;
  otherHost: (Asked & { asked: string }) | null;
  otherSlash: (Asked & { asked: string }) | null;
  /** What canonical addresses and social pictures lead to, by address. */
  canonicals: Map<string, Asked>;
  socialPictures: Map<string, Asked>;
  links: Sample[];
  linksOut: Sample[];
  pictures: Sample[];
};

export type Facts = {
  asked: { url: string; pages: number };
  pages: PageFacts[];
  missed: MissedPage[];
  site: SiteFacts;
  requests: number;
};
