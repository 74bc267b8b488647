export type DataFormat = "json-ld" | "microdata" | "rdfa";

export type DataValue = string | number | boolean | DataItem;

/** One thing that a page describes, whatever it was written in. */
export type DataItem = {
  format: DataFormat;
  /** Types of schema.org by their short names (`Product`), others by their full ones. */
  types: string[];
  /** Its types, at least one of them, are schema.org's. */
  schemaOrg: boolean;
  /** Its name for references, as it stands or as a full address. */
  id: string | null;
  /** Every property with all its values, those of schema.org by their short names. */
  properties: Map<string, DataValue[]>;
  /** Where on the page it stands, for people. */
  where: string;
  /** Only a name that points at an item which is described elsewhere, or nowhere. */
  reference: boolean;
};

/** Something that could not be read as what it claims to be. */
export type DataFault = {
  format: DataFormat;
  code: string;
  where: string;
  /** On the page, from 1; null where it is not known. */
  line: number | null;
  column: number | null;
  why: string;
  mend: string;
  /** The text around the place. */
  excerpt: string | null;
};

export type StructuredData = {
  items: DataItem[];
  faults: DataFault[];
  /** How many JSON-LD scripts there are. */
  blocks: number;
  /** There was more than is read. */
  cut: boolean;
};

/** More things than that no page describes for anybody. */
export const MOST_ITEMS = 5_000;
export const MOST_VALUES = 20_000;
export const DEEPEST = 40;
const LONGEST_TEXT = 20_000;
const MOST_TEXT = 4_000_000;
const MOST_STEPS = 300_000;

const SCHEMA_ORG = /^https?:\/\/(?:www\.)?schema\.org(?:[/#]+|$)/i;

/** The short name of a type or property of schema.org; anything else as it is. */
export function shortName(iri: string): string {
  const short = iri.replace(SCHEMA_ORG, "");
  return short === "" ? iri : short;
}

export function isSchemaOrg(iri: string): boolean {
  return SCHEMA_ORG.test(iri);
}

export function isItem(value: DataValue): value is DataItem {
  return typeof value === "object";
}

/** How much may still be read of a page. */
export class Allowance {
  items = MOST_ITEMS;
  values = MOST_VALUES;
  /** Characters of all values together. */
  text = MOST_TEXT;
  /** Looks at single nodes, where one may be looked at more than once. */
  steps = MOST_STEPS;
  cut = false;

  /** One more item, if there may be one. */
  item(depth: number): boolean {
    this.items -= 1;
    if (this.items >= 0 && depth <= DEEPEST) return true;
    this.cut = true;
    return false;
  }

  value(): boolean {
    this.values -= 1;
    if (this.values < 0) this.cut = true;
    return this.values >= 0;
  }

  step(): boolean {
    this.steps -= 1;
    if (this.steps < 0) this.cut = true;
    return this.steps >= 0;
  }

  /** A text as long as it may be; `read` is told how long that is. */
  take(read: (most: number) => string): string {
    const text = read(Math.min(LONGEST_TEXT, Math.max(0, this.text)));
    this.text -= text.length;
    if (this.text <= 0) this.cut = true;
    return text;
  }
}
