import { isSchemaOrg } from "./types";

/** What short names stand for in one place of a JSON-LD document. Only what stands in the document itself: nothing is fetched. */
export type Context = {
  /** `none`: there was no context at all; `remote`: one that is not schema.org's, which would have to be fetched. */
  vocabulary: "schema.org" | "other" | "remote" | "none";
  base: string;
  /** Short names and prefixes, with what they stand for. */
  terms: ReadonlyMap<string, string>;
};

export const NO_CONTEXT: Context = { vocabulary: "none", base: "", terms: new Map() };

const MOST_TERMS = 500;
const SCHEMA = "https://schema.org/";

/** The context that holds below a `@context`. */
export function readContext(given: unknown, outer: Context): Context {
  return [given].flat(2).slice(0, 20).reduce<Context>(readOne, outer);
}

function readOne(outer: Context, given: unknown): Context {
  if (given === null) return NO_CONTEXT;
  if (typeof given === "string") {
    if (isSchemaOrg(given)) return { vocabulary: "schema.org", base: SCHEMA, terms: new Map([...outer.terms, ["schema", SCHEMA]]) };
    return outer.vocabulary === "none" ? { ...outer, vocabulary: "remote" } : outer;
  }
  if (typeof given !== "object") return outer;
  const own = given as Record<string, unknown>;
  const terms = new Map(outer.terms);
  for (const [name, meaning] of Object.entries(own).slice(0, MOST_TERMS)) {
    const iri = typeof meaning === "object" && meaning !== null ? (meaning as Record<string, unknown>)["@id"] : meaning;
    if (!name.startsWith("@") && typeof iri === "string") terms.set(name, iri);
  }
  const vocab = own["@vocab"];
  if (typeof vocab === "string") return { vocabulary: isSchemaOrg(vocab) ? "schema.org" : "other", base: vocab, terms };
  const vocabulary = outer.vocabulary === "none" && terms.size > 0 ? "other" : outer.vocabulary;
  return { ...outer, terms, vocabulary };
}

/** The full name of a property or type, as it is known outside of the document; the bare name where the document does not tell. */
export function expand(name: string, context: Context): string {
  if (name.startsWith("@")) return name;
  const meant = context.terms.get(name);
  if (meant !== undefined) return meant.startsWith("@") ? meant : (prefixed(meant, context) ?? meant);
  const full = prefixed(name, context);
  if (full !== null || /^[a-z][a-z0-9+.-]*:/i.test(name)) return full ?? name;
  return `${context.base}${name}`;
}

function prefixed(name: string, { terms }: Context): string | null {
  const colon = name.indexOf(":");
  const prefix = colon > 0 ? terms.get(name.slice(0, colon)) : undefined;
  return prefix === undefined ? null : `${prefix}${name.slice(colon + 1)}`;
}
