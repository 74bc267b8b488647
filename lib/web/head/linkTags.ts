import type { CheerioAPI } from "cheerio";

export type LinkTag = {
  rel: string[];
  /** As written, and as it resolves; null where it is no address. */
  href: string;
  url: string | null;
  type: string | null;
  sizes: string | null;
  hreflang: string | null;
  title: string | null;
  media: string | null;
  inHead: boolean;
};

const MOST = 500;

/** Every link element with its relations in lower case, its address resolved against the page's base. */
export function linkTags($: CheerioAPI, base: string): LinkTag[] {
  return $("link[rel]")
    .toArray()
    .slice(0, MOST)
    .map((element) => {
      const { rel = "", href = "", type, sizes, hreflang, title, media } = element.attribs;
      return {
        rel: rel.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10),
        href: href.trim().slice(0, 2_048),
        url: resolveUrl(href, base),
        type: type?.trim().toLowerCase().slice(0, 100) ?? null,
        sizes: sizes?.trim().toLowerCase().slice(0, 100) ?? null,
        hreflang: hreflang?.trim().slice(0, 40) ?? null,
        title: title?.trim().slice(0, 200) ?? null,
        media: media?.trim().slice(0, 200) ?? null,
        inHead: $(element).parents("head").length > 0,
      };
    });
}

/** What the page's own addresses are relative to. */
export function baseUrl($: CheerioAPI, url: string): string {
  const href = $("base[href]").first().attr("href");
  return (href && resolveUrl(href, url)) || url;
}

/** An address of the web, or null: what browsers would not ask (`javascript:`, `data:`, nothing at all) is none. */
export function resolveUrl(href: string, base: string): string | null {
  const text = href.trim();
  if (!text || text.length > 2_048 || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
}
