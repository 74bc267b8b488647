import type { LinkElement, PageFacts } from "../facts";
import { addressOf } from "./address";
import { canonicalTag } from "./language";

export type Alternate = {
  link: LinkElement;
  code: string /** Canonical; null for what is no language. */;
  tag: string | null;
  raw: string;
  url: string | null;
};

/** The other languages of the page, as the head or the headers name them. */
export function alternatesOf({ links, base }: Pick<PageFacts, "links" | "base">): Alternate[] {
  return links
    .filter(({ rel, inHead, hreflang }) => inHead && rel.includes("alternate") && hreflang)
    .map((link) => {
      const code = link.hreflang?.trim().slice(0, 40) ?? "";
      const tag = code.toLowerCase() === "x-default" ? "x-default" : canonicalTag(code);
      return { link, code, tag, raw: link.href?.trim() ?? "", url: addressOf(link.href, base)?.url ?? null };
    });
}
