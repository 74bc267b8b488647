import type { CheerioAPI } from "cheerio";
import { jsonFault } from "./jsonFault";
import { readJsonLd } from "./jsonLd";
import { Allowance, type DataFault, type DataItem } from "./types";

const MOST_BLOCKS = 200;
/** Characters around a fault that are shown. */
const AROUND = 40;

/** Every JSON-LD script of a page: what it describes, and where it can't be read. `source`: the page's text, for the lines. */
export function readJsonLdScripts($: CheerioAPI, source: string, allowance = new Allowance()) {
  const text = source.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const items: DataItem[] = [];
  const faults: DataFault[] = [];
  const scripts = $("script")
    .toArray()
    .filter(({ attribs }) => isJsonLd(attribs.type));
  const placeIn = places(text);
  let behind = 0;
  for (const [index, script] of scripts.slice(0, MOST_BLOCKS).entries()) {
    const block = $(script).text();
    const found = text.indexOf(block, behind);
    if (found >= 0) behind = found + block.length;
    const start = found < 0 ? null : placeIn(found);
    const where = `JSON-LD script ${index + 1}${start ? `, line ${start.line}` : ""}`;
    const parsed = parse(block);
    if ("fault" in parsed) {
      const { at, code, why, mend } = parsed.fault;
      const place = found < 0 ? null : placeIn(found + at);
      faults.push({
        format: "json-ld",
        code,
        where,
        line: place?.line ?? null,
        column: place?.column ?? null,
        why,
        mend,
        excerpt: around(block, at),
      });
      continue;
    }
    const read = readJsonLd(parsed.value, where, allowance);
    items.push(...read.items);
    faults.push(...read.nameless.map((one) => namelessFault(one.why, one.where, start?.line ?? null)));
  }
  if (scripts.length > MOST_BLOCKS) allowance.cut = true;
  return { items, faults, blocks: scripts.length };
}

function isJsonLd(type: string | undefined): boolean {
  return type?.split(";", 1)[0]?.trim().toLowerCase() === "application/ld+json";
}

function parse(block: string): { value: unknown } | { fault: NonNullable<ReturnType<typeof jsonFault>> } {
  // Looked at first: it bounds how deep the built-in parser and all readers after it will go.
  const fault = jsonFault(block);
  return fault ? { fault } : { value: JSON.parse(block) };
}

/** Line and column of any place in a text, both from 1. */
function places(text: string): (at: number) => { line: number; column: number } {
  const ends: number[] = [];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) ends.push(at);
  return (at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) < at) low = middle + 1;
      else high = middle;
    }
    return { line: low + 1, column: at - (ends[low - 1] ?? -1) };
  };
}

function around(block: string, at: number): string {
  return block
    .slice(Math.max(0, at - AROUND), at + AROUND)
    .replaceAll(/\s+/g, " ")
    .trim();
}

const NAMELESS = {
  no_context: { why: "There is no @context, so nobody knows what its names mean.", mend: 'Add "@context": "https://schema.org".' },
  remote_context: {
    why: "Its @context is not schema.org's. Search engines fetch no other, and neither does this check.",
    mend: 'Use "@context": "https://schema.org".',
  },
  no_type: { why: "It has no @type, so nobody knows what it is.", mend: 'Add a type, such as "@type": "Product".' },
} as const;

function namelessFault(code: keyof typeof NAMELESS, where: string, line: number | null): DataFault {
  return { format: "json-ld", code, where, line, column: null, ...NAMELESS[code], excerpt: null };
}
