/** What a seller has chosen of a description so far. Prices are as typed; empty ones are the next wider one's. */
export type Choice = {
  on: ReadonlySet<string>;
  usual: string;
  tags: Readonly<Record<string, string>>;
  operations: Readonly<Record<string, string>>;
};

type Priced = { key: string; tags: readonly string[] };

/** Its own price, or that of the first of its tags that has one, or the usual one: as the market will read them. */
export function priceOf({ key, tags }: Priced, choice: Choice): string {
  const own = choice.operations[key]?.trim();
  if (own) return own;
  const tag = tags.find((name) => choice.tags[name]?.trim());
  return (tag && choice.tags[tag]?.trim()) || choice.usual.trim();
}

/** What is sent: nothing empty. */
export function filled(prices: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(prices).flatMap(([name, price]) => (price.trim() ? [[name, price.trim()]] : [])));
}

/** Why a price can't be one, in a few words, or null. `least` is in atomic units. */
export function priceFault(raw: string, least: bigint): string | null {
  const text = raw.trim().replace(/^\$\s*/, "");
  const [, whole = "", fraction = ""] = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  if (!whole) return "An amount such as 0.002, with at most 6 decimals.";
  const atomic = BigInt(whole + fraction.padEnd(6, "0"));
  if (atomic < least) return "Less than a call can cost.";
  return atomic > 1_000_000_000n ? "At most 1000." : null;
}
