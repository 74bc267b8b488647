import { finding } from "../../web/finding";
import type { Finding } from "../../web/schema";
import { withoutHash } from "./follow";
import type { Variants } from "./variants";

/** What is wrong with the other forms of the address. */
export function aboutVariants({ list, note }: Variants): Finding[] {
  if (list.length === 0) return note ? [finding("not_measured", "variants", note)] : [];
  const found: Finding[] = [];
  const ends = new Set(list.flatMap(({ ends_at }) => (ends_at ? [withoutHash(ends_at)] : [])));
  if (ends.size > 1) {
    found.push(
      finding("warning", "variants.ends", "The forms of the address end at different places.", {
        where: [...ends].join(", ").slice(0, 400),
        why: "One page under several addresses competes with itself.",
        mend: "Lead all of them to one.",
      }),
    );
  }
  const open = list.find(({ url, ends_at }) => url.startsWith("http:") && ends_at?.startsWith("http:"));
  if (open)
    found.push(
      finding("warning", "variants.http", "Whoever comes over http stays there.", {
        where: open.url,
        why: "It can be read and changed on the way.",
        mend: "Lead every http address to https.",
      }),
    );
  for (const { url, fault } of list.filter((one) => one.fault)) {
    found.push(
      finding("notice", "variants.silent", "One form of the address does not arrive.", {
        where: `${url}: ${fault}`.slice(0, 300),
        mend: "Lead it to the page; people type it.",
      }),
    );
  }
  return found.length > 0
    ? found
    : [finding("pass", "variants", "All forms of the address end at one place, over https.", { where: [...ends][0] ?? null })];
}
