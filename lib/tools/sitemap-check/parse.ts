import { setImmediate } from "node:timers/promises";
import { XMLParser } from "fast-xml-parser";

export type Entry = { loc: string | null; lastmod: string | null; changefreq: string | null; priority: string | null };

export type SitemapKind = "urlset" | "index" | "text" | "feed" | "none";

/** Told with each entry what the file is: its root is known before them. */
export type Take = (entry: Entry, kind: SitemapKind) => void;

export type Parsed = { kind: SitemapKind /** Why nothing, or not all, could be read. */; fault: string | null; namespace: boolean };

/** Entities stay as they are written: a document that defines its own could be made to grow without end. */
const parser = new XMLParser({
  processEntities: false,
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: true,
  isArray: (name) => name === "url" || name === "sitemap" || name === "item" || name === "entry",
});

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
/** About as much as is read in one turn; the others wait for so long. */
const PART = 128 * 1024;

/** Reads a sitemap of any kind, entry by entry. `cut`: the text is only the beginning of a longer one. */
export async function parseSitemap(text: string, cut: boolean, take: Take): Promise<Parsed> {
  const root = rootOf(text);
  if (root === null) return readLines(text, cut, take);
  const known = ROOTS[root.name];
  if (!known) {
    const fault = root.name === "html" ? "It is a web page." : `Its root is <${root.name.slice(0, 40)}>, which no sitemap has.`;
    return { kind: "none", namespace: false, fault };
  }
  const { kind, element } = known;
  const fault = await readEntries(text, root, element, cut, (entry) => take(entry, kind));
  return { kind, namespace: kind === "feed" || root.tag.includes(NAMESPACE), fault };
}

const ROOTS: Partial<Record<string, { kind: SitemapKind; element: string }>> = {
  urlset: { kind: "urlset", element: "url" },
  sitemapindex: { kind: "index", element: "sitemap" },
  rss: { kind: "feed", element: "item" },
  feed: { kind: "feed", element: "entry" },
};

type Root = { name: string; tag: string; end: number };

/** The first element, behind declaration, doctype and comments; null where the text is no XML. */
function rootOf(text: string): Root | null {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let steps = 0; steps < 50; steps += 1) {
    while (at < text.length && /\s/.test(text[at] ?? "")) at += 1;
    if (text[at] !== "<") return null;
    const end = tagEnd(text, at);
    if (end === null) return null;
    const tag = text.slice(at, Math.min(end, at + 4_096));
    const name = /^<(?:[\w.-]+:)?([A-Za-z][\w.-]*)/.exec(tag)?.[1];
    if (name) return { name: name.toLowerCase(), tag, end };
    at = end;
  }
  return null;
}

function tagEnd(text: string, at: number): number | null {
  const closer = text.startsWith("<!--", at) ? "-->" : text.startsWith("<?", at) ? "?>" : ">";
  const plain = text.indexOf(closer, at);
  // What a document declares for itself stands in brackets within its doctype.
  const bracket = /^<!doctype/i.test(text.slice(at, at + 9)) ? text.indexOf("[", at) : -1;
  if (bracket < 0 || bracket > plain) return plain < 0 ? null : plain + closer.length;
  const close = text.indexOf("]", bracket);
  const found = close < 0 ? -1 : text.indexOf(">", close);
  return found < 0 ? null : found + 1;
}

/** Part by part between the ends of entries, so that a long file holds up nobody and a broken entry breaks only its part. */
async function readEntries(
  text: string,
  { end }: Root,
  element: string,
  cut: boolean,
  take: (entry: Entry) => void,
): Promise<string | null> {
  const closer = new RegExp(`</(?:[\\w.-]+:)?${element}\\s*>`, "gi");
  let broken = 0;
  for (let at = end; at < text.length; ) {
    closer.lastIndex = Math.min(text.length, at + PART);
    const found = closer.exec(text);
    const stop = found ? found.index + found[0].length : lastEnd(text, at, closer);
    if (stop <= at) break;
    broken += readPart(text.slice(at, stop), element, take) ? 0 : 1;
    at = stop;
    await setImmediate();
  }
  if (broken > 0) return "It is no well-formed XML, and was read in part only.";
  return cut || /<\/(?:[\w.-]+:)?[a-z]+\s*>\s*(?:<!--[^>]*-->\s*)?$/i.test(text.slice(-500)) ? null : "It breaks off before its end.";
}

/** Where the last whole entry behind `from` ends. */
function lastEnd(text: string, from: number, closer: RegExp): number {
  let stop = from;
  closer.lastIndex = from;
  for (let found = closer.exec(text); found; found = closer.exec(text)) stop = found.index + found[0].length;
  return stop;
}

function readPart(part: string, element: string, take: (entry: Entry) => void): boolean {
  try {
    const holder = (parser.parse(`<part>${part}</part>`) as { part?: Record<string, unknown> }).part;
    // A feed's items lie a level deeper, beside the channel's own words.
    const list = holder?.[element] ?? (holder?.channel as Record<string, unknown> | undefined)?.[element];
    if (Array.isArray(list)) for (const one of list) take(entryOf(one));
    return true;
  } catch {
    return false;
  }
}

function entryOf(value: unknown): Entry {
  const fields = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const text = (name: string) => {
    const [first] = [fields[name]].flat();
    return typeof first === "string" && first !== "" ? decodeEntities(first.slice(0, 4_096)) : null;
  };
  return { loc: text("loc") ?? text("link"), lastmod: text("lastmod"), changefreq: text("changefreq"), priority: text("priority") };
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The five that XML has by itself, and letters by their number: nothing that a document could define. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi, (whole, name: string, decimal: string, hex: string) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function readLines(text: string, cut: boolean, take: Take): Parsed {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.replace(/^\uFEFF/, "").trim());
  if (cut) lines.pop();
  const listed = lines.filter((line) => line !== "");
  const addresses = listed.filter((line) => /^https?:\/\/\S+$/i.test(line));
  if (addresses.length === 0 || addresses.length < listed.length / 2)
    return { kind: "none", namespace: true, fault: "It is neither XML nor a list of addresses." };
  for (const loc of listed) take({ loc, lastmod: null, changefreq: null, priority: null }, "text");
  return { kind: "text", namespace: true, fault: null };
}
