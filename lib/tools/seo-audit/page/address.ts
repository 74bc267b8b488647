/** No address that is handed around is longer. */
const LONGEST = 2_048;

export type Address = { url: string; fragment: string | null };

/** The address that an attribute leads to, if it is one of the web. */
export function addressOf(raw: string | null, base: string): Address | null {
  if (raw === null || raw.length > LONGEST || !URL.canParse(raw, base)) return null;
  const url = new URL(raw, base);
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  const fragment = raw.includes("#") ? decoded(url.hash.slice(1)) : null;
  url.hash = "";
  return { url: url.href, fragment };
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

/** The first address of a srcset. */
export function firstOfSet(set: string | null): string | null {
  return set?.trim().split(/\s/, 1)[0]?.replace(/,$/, "") || null;
}
