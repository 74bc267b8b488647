import type { JsonLd, PageFacts } from "../facts";
import { type Thing, thingsOf, typesOf } from "../page/things";
import { type Check, cut, type Found, type Look, PASSES, when } from "./check";
import { RULES, TYPE_NAMES } from "./schemaRules";
import { wrongValues } from "./schemaValues";

/** What the page tells machines about itself. */
export const STRUCTURED_DATA: readonly Check[] = [
  {
    id: "data-present",
    of: "page",
    category: "structured_data",
    level: "notice",
    title: "The page has no structured data",
    why: "Prices, ratings, dates and paths are shown in results only for pages that tell them to machines.",
    mend: "Add JSON-LD of the type that fits the page.",
    look: ({ jsonLd, otherData }) =>
      when(jsonLd.list.length === 0 && otherData === 0, () => ({ text: "Neither JSON-LD, microdata nor RDFa." })),
  },
  {
    id: "data-parses",
    of: "page",
    category: "structured_data",
    level: "error",
    title: "Structured data is broken",
    why: "A block that is no JSON is dropped as a whole.",
    mend: "Mend its JSON: mostly a comma, a quote or a bracket is wrong.",
    look: ({ jsonLd }) =>
      blocks(
        jsonLd.list,
        ({ fault }) => fault !== null,
        (block) => ({ text: block.fault ?? "", spot: block }),
      ),
  },
  {
    id: "data-context",
    of: "page",
    category: "structured_data",
    level: "warning",
    title: "Structured data names no vocabulary",
    why: "Without schema.org as its context its words mean nothing.",
    mend: 'Add "@context": "https://schema.org".',
    look: ({ jsonLd }) =>
      blocks(
        jsonLd.list.filter(({ fault }) => fault === null),
        ({ parsed }) => !hasContext(parsed),
        (spot) => ({ text: "There is no @context of schema.org.", spot }),
      ),
  },
  {
    id: "data-type",
    of: "page",
    category: "structured_data",
    level: "warning",
    title: "Structured data says not what it describes",
    why: "Without a type it is ignored.",
    mend: 'Add "@type".',
    look: (page) =>
      ofThings(page, ({ thing, depth, spot }) =>
        when(depth === 0 && typesOf(thing).length === 0 && !("@id" in thing), () => ({ text: `It has ${fieldsOf(thing)}.`, spot })),
      ),
  },
  {
    id: "data-required",
    of: "page",
    category: "structured_data",
    level: "error",
    title: "Structured data lacks what its type needs",
    why: "Search engines show nothing special for it.",
    mend: "Add the missing fields.",
    look: (page) => ofThings(page, (one) => missing(one, "required")),
  },
  {
    id: "data-recommended",
    of: "page",
    category: "structured_data",
    level: "notice",
    title: "Structured data could tell more",
    why: "What is recommended and missing is left out of results.",
    mend: "Add these fields where you have them.",
    look: (page) => ofThings(page, (one) => missing(one, "recommended")),
  },
  {
    id: "data-values",
    of: "page",
    category: "structured_data",
    level: "warning",
    title: "Structured data has values that can't be read",
    why: "A date, price or address in another form is dropped, and often the whole entry with it.",
    mend: "Write dates as 2026-05-31, prices as 9.90, currencies as EUR, addresses in full.",
    look: (page) => ofThings(page, ({ thing, spot }) => wrongValues(thing).map((text) => ({ text, spot }))),
  },
];

const MOST_FOUND = 30;

function blocks(list: readonly JsonLd[], faulty: (block: JsonLd) => boolean, found: (block: JsonLd) => Found): Look {
  return list.length === 0 ? "not_applicable" : list.filter(faulty).map(found);
}

type Placed = Thing & { spot: JsonLd };

function ofThings({ jsonLd }: PageFacts, look: (placed: Placed) => readonly Found[]): Look {
  const placed = jsonLd.list.flatMap((spot) => (spot.fault === null ? thingsOf(spot.parsed).map((thing) => ({ ...thing, spot })) : []));
  if (placed.length === 0) return "not_applicable";
  const found = placed.flatMap(look);
  return found.length === 0 ? PASSES : found.slice(0, MOST_FOUND);
}

function hasContext(parsed: unknown): boolean {
  const tops = Array.isArray(parsed) ? parsed.slice(0, 50) : [parsed];
  return tops.every(
    (top) =>
      typeof top === "object" &&
      top !== null &&
      /schema\.org/i.test(JSON.stringify((top as Record<string, unknown>)["@context"] ?? "").slice(0, 2_000)),
  );
}

function fieldsOf(thing: object): string {
  const names = Object.keys(thing).filter((name) => !name.startsWith("@"));
  return names.length === 0 ? "no fields" : cut(names.slice(0, 5).join(", "));
}

function missing({ thing, spot }: Placed, kind: "required" | "recommended"): Found[] {
  return typesOf(thing).flatMap((type) => {
    const name = TYPE_NAMES.get(type) ?? type;
    const wanted = RULES[name]?.[kind] ?? [];
    // A field may stand for another: "offers|review" asks for one of both.
    const lacking = wanted.filter((field) => !field.split("|").some((one) => isSaid(thing[one])));
    return lacking.map((field) => ({ text: `${type}: ${field.replaceAll("|", " or ")}`, spot }));
  });
}

function isSaid(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isSaid);
  return value !== undefined && value !== null && value !== "";
}
