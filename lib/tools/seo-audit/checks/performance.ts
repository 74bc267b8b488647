import type { Capped, PageFacts, Script, Sheet } from "../facts";
import { type Check, cut, type Found, PASSES, when } from "./check";

const SLOW_MS = 800;
const WORTH_PACKING = 1_400;
const LARGE = 300 * 1024;
const MANY_ELEMENTS = 1_500;
const DEEP = 32;
const MANY_SCRIPTS = 2;
const MANY_SHEETS = 4;
const INLINE_SCRIPT = 100 * 1024;
const INLINE_STYLE = 60 * 1024;
const MANY_HOSTS = 8;

/** What the server alone decides of how fast the page is. */
export const PERFORMANCE: readonly Check[] = [
  {
    id: "first-byte",
    of: "page",
    category: "performance",
    level: "warning",
    title: "The server takes long to answer",
    why: "Nothing can be shown before its first byte.",
    mend: "Keep finished pages in a cache, nearer to your visitors.",
    look: ({ answer: { firstByteMs, ageSeconds, hops } }) => {
      if (ageSeconds > 0) return { unknown: "The answer is a kept one." };
      // The last answer alone: what redirects cost is told elsewhere.
      const ms = hops.at(-1)?.ms ?? firstByteMs;
      return when(ms > SLOW_MS, () => ({ text: `${Math.round(ms)} ms to the first byte, measured once from here.` }));
    },
  },
  {
    id: "compression",
    of: "page",
    category: "performance",
    level: "warning",
    title: "The page is sent unpacked",
    why: "Text packs to a fifth of its size.",
    mend: "Switch on Brotli or gzip for text.",
    look: ({ bytes, answer: { headers } }) => {
      if (bytes < WORTH_PACKING) return "not_applicable";
      const packed = /\b(?:gzip|br|zstd|deflate)\b/i.test(headers["content-encoding"] ?? "");
      return when(!packed, () => ({ text: `${Math.round(bytes / 1024)} KB without content-encoding`, header: "content-encoding" }));
    },
  },
  {
    id: "html-size",
    of: "page",
    category: "performance",
    level: "warning",
    title: "The page is large",
    why: "It takes long to arrive and to be read, and crawlers stop somewhere.",
    mend: `Keep the HTML under ${LARGE / 1024} KB: move data and styles into files.`,
    look: ({ bytes, answer: { truncated } }) =>
      when(bytes > LARGE, () => ({ text: `${truncated ? "More than " : ""}${Math.round(bytes / 1024)} KB of HTML` })),
  },
  {
    id: "cache-headers",
    of: "page",
    category: "performance",
    level: "notice",
    title: "The page can't be kept",
    why: "Browsers and crawlers have to fetch it anew each time, even where nothing has changed.",
    mend: "Send cache-control, and an etag or last-modified.",
    look: ({ answer: { headers } }) => {
      const kept = headers["cache-control"] ?? headers.etag ?? headers["last-modified"] ?? headers.expires;
      return when(kept === undefined, () => ({ text: "None of cache-control, etag, last-modified, expires", header: "cache-control" }));
    },
  },
  {
    id: "blocking-scripts",
    of: "page",
    category: "performance",
    level: "warning",
    title: "Scripts in the head hold the page up",
    why: "Nothing is shown until each of them has come and run.",
    mend: "Add defer or async, or move them to the end.",
    look: ({ scripts }) => tooMany(blocking(scripts), MANY_SCRIPTS, ({ src }) => src),
  },
  {
    id: "blocking-styles",
    of: "page",
    category: "performance",
    level: "notice",
    title: "Many style sheets hold the page up",
    why: "Nothing is shown until all have come.",
    mend: "Join them, and load what is not needed at once later.",
    look: ({ sheets }) => tooMany(blocking(sheets), MANY_SHEETS, ({ href }) => href),
  },
  {
    id: "element-count",
    of: "page",
    category: "performance",
    level: "notice",
    title: "The page has very many elements",
    why: "Phones take long to lay it out.",
    mend: `Stay below ${MANY_ELEMENTS.toLocaleString("en")} elements.`,
    look: ({ elements, cut: isCut }) =>
      when(elements > MANY_ELEMENTS, () => ({ text: `${isCut ? "More than " : ""}${elements} elements` })),
  },
  {
    id: "element-depth",
    of: "page",
    category: "performance",
    level: "notice",
    title: "The page nests very deep",
    why: "Each level costs work at every change.",
    mend: `Stay below ${DEEP} levels.`,
    look: ({ depth }) => when(depth > DEEP, () => ({ text: `${depth} levels` })),
  },
  {
    id: "inline-scripts",
    of: "page",
    category: "performance",
    level: "notice",
    title: "The page carries much script",
    why: "What is written into the page is fetched with each page anew.",
    mend: "Move it into files that can be kept.",
    look: ({ scripts }) => heavy(scripts, INLINE_SCRIPT),
  },
  {
    id: "inline-styles",
    of: "page",
    category: "performance",
    level: "notice",
    title: "The page carries much style",
    why: "What is written into the page is fetched with each page anew.",
    mend: "Move it into a style sheet that can be kept.",
    look: ({ sheets }) => heavy(sheets, INLINE_STYLE),
  },
  {
    id: "script-hosts",
    of: "page",
    category: "performance",
    level: "notice",
    title: "Scripts come from many other hosts",
    why: "Each host is a connection to make, and somebody to trust.",
    mend: "Leave out those that nobody misses.",
    look: (page: PageFacts) => {
      const own = new URL(page.url).host;
      const hosts = new Set(page.scripts.list.flatMap(({ src }) => (src ? [new URL(src).host] : [])));
      hosts.delete(own);
      return when(hosts.size > MANY_HOSTS, () => ({ text: cut(`${hosts.size} hosts: ${[...hosts].join(", ")}`, 300) }));
    },
  },
];

function blocking<T extends Script | Sheet>({ list }: Capped<T>): T[] {
  return list.filter((one) => one.blocking);
}

function tooMany<T extends Script | Sheet>(list: readonly T[], most: number, address: (one: T) => string | null): readonly Found[] {
  return list.length > most ? list.map((spot) => ({ text: cut(address(spot) ?? ""), spot })) : PASSES;
}

function heavy({ list }: Capped<Script | Sheet>, most: number): readonly Found[] {
  const bytes = list.reduce((sum, one) => sum + one.bytes, 0);
  return when(bytes > most, () => ({ text: `${Math.round(bytes / 1024)} KB in ${list.filter((one) => one.bytes > 0).length} elements` }));
}
