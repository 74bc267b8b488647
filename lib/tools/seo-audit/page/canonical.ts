import type { LinkElement, PageFacts } from "../facts";
import { addressOf } from "./address";

export type Canonical = { link: LinkElement; raw: string; absolute: boolean; url: string | null };

/** What the page calls its main address, in the head or in its HTTP headers; in the body it counts for nothing. */
export function canonicalsOf({ links, base }: Pick<PageFacts, "links" | "base">): Canonical[] {
  return links
    .filter(({ rel, inHead }) => rel.includes("canonical") && inHead)
    .map((link) => {
      const raw = link.href?.trim() ?? "";
      return { link, raw, absolute: URL.canParse(raw), url: raw === "" ? null : (addressOf(raw, base)?.url ?? null) };
    });
}

/** The one that counts, where there is one and no other says something else. */
export function canonicalOf(page: Pick<PageFacts, "links" | "base">): string | null {
  const urls = new Set(canonicalsOf(page).map(({ url }) => url));
  return urls.size === 1 ? ([...urls][0] ?? null) : null;
}
