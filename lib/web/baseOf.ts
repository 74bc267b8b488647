import type { CheerioAPI } from "cheerio";

/** What the relative addresses of a page are relative to: its own address, or another that it names. */
export function baseOf($: CheerioAPI, url: string): string {
  const named = $("base[href]").first().attr("href");
  return named && URL.canParse(named, url) && /^https?:/.test(new URL(named, url).protocol) ? new URL(named, url).href : url;
}
