/**
 * What has to be there, in short: `name` is a property; `a|b` is either; `offers > price` is a property of each thing that
 * stands in `offers`; `address.addressCountry` is a property of something within.
 */
export type Need = string;

export type RichResult = {
  name: string;
  /** `shown`: in search results. `elsewhere`: read, and used for something else. `retired`: no longer shown to anybody. */
  state: "shown" | "elsewhere" | "retired";
  note: string | null;
  /** Where the search engine says what it wants. */
  about: string;
  /** Only meant where this is there. */
  when: Need | null;
  required: readonly Need[];
  recommended: readonly Need[];
};

const DOCS = "https://developers.google.com/search/docs/appearance/structured-data/";

type Given = Partial<Pick<RichResult, "state" | "note" | "when" | "recommended">> & { page: string; required: readonly Need[] };

export function rich(name: string, { page, required, state = "shown", note = null, when = null, recommended = [] }: Given): RichResult {
  return { name, state, note, about: `${DOCS}${page}`, when, required, recommended };
}
