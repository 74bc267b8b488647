import { resolveUrl } from "./linkTags";

export type MetaRefresh = { seconds: number; url: string | null };

/** Reads "5; url=/there" as browsers do, from a meta tag or a `refresh` header; null where it is neither. */
export function readRefresh(content: string, base: string): MetaRefresh | null {
  const text = content.trim().slice(0, 2_100);
  const delay = /^(\d{1,9})(?:\.[\d.]*)?/.exec(text);
  if (!delay) return null;
  const rest = text
    .slice(delay[0].length)
    .replace(/^\s*[;,]?\s*/, "")
    .replace(/^url\s*=\s*/i, "")
    .replace(/^(["'])(.*?)\1.*$/s, "$2");
  return { seconds: Number(delay[1]), url: rest ? resolveUrl(rest, base) : base };
}
