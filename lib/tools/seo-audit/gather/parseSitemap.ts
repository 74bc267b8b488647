export type ParsedSitemap = {
  kind: "urlset" | "index" | "text" | null;
  locations: Set<string>;
  count: number;
  partial: boolean;
  fault: string | null;
};

/** As many as one file may list. */
const MOST = 50_000;
const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'" };

/** Finds the addresses of a sitemap by its own few tags: whatever else a file holds can do no harm. */
export function parseSitemap(text: string, truncated = false): ParsedSitemap {
  const start = text.slice(0, 4_096);
  const root = /<(?:[a-z][\w.-]{0,30}:)?(urlset|sitemapindex)[\s>/]/i.exec(start)?.[1]?.toLowerCase();
  const blank = { locations: new Set<string>(), count: 0, partial: false };
  if (/<html[\s>]|<!doctype html/i.test(start)) return { ...blank, kind: null, fault: "A web page came instead of a sitemap." };
  if (!root) return plainList(text);
  const kind = root === "urlset" ? "urlset" : "index";
  const found = locationsIn(text);
  const whole = new RegExp(`</(?:[a-z][\\w.-]{0,30}:)?${root}\\s*>\\s*$`, "i").test(text.slice(-200));
  const fault =
    found.bad !== null
      ? `"${found.bad.slice(0, 100)}" is no address.`
      : found.count === 0
        ? "It lists nothing."
        : whole || found.partial || truncated
          ? null
          : "It breaks off before its end.";
  return { kind, ...found, fault };
}

function locationsIn(text: string): { locations: Set<string>; count: number; partial: boolean; bad: string | null } {
  const locations = new Set<string>();
  let count = 0;
  let bad: string | null = null;
  for (const [, raw = ""] of text.matchAll(/<(?:[a-z][\w.-]{0,30}:)?loc\s*>(<!\[CDATA\[[^\]]{0,4000}\]\]>|[^<]{0,4000})</gi)) {
    if (count >= MOST) return { locations, count, partial: true, bad };
    count += 1;
    const plain = raw.startsWith("<![CDATA[")
      ? raw.slice(9, -3)
      : raw.replaceAll(/&(?:amp|lt|gt|quot|apos);/g, (name) => ENTITIES[name] ?? name);
    const address = plain.trim();
    if (URL.canParse(address)) locations.add(new URL(address).href);
    else bad ??= address;
  }
  return { locations, count, partial: false, bad };
}

/** A list of addresses, one a line, is a sitemap too. */
function plainList(text: string): ParsedSitemap {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/, MOST + 1)
    .map((line) => line.trim())
    .filter(Boolean);
  const locations = new Set(lines.filter((line) => /^https?:\/\//.test(line) && URL.canParse(line)).map((line) => new URL(line).href));
  const isList = lines.length > 0 && locations.size > 0 && lines.every((line) => /^https?:\/\//.test(line));
  return isList
    ? { kind: "text", locations, count: lines.length, partial: lines.length > MOST, fault: null }
    : { kind: null, locations: new Set(), count: 0, partial: false, fault: "It is neither a urlset nor a sitemapindex." };
}
