import type { MetaTag } from "../../web/head/metaTags";
import type { Finding } from "../../web/schema";
import { issue, shown } from "./issues";

const OURS = /^(og|article|product|profile|book|music|video|twitter):/;
const NEEDED = ["og:title", "og:type", "og:image", "og:url"];
const MOST_TAGS = 60;

/** The tags that previews are made of, and what is amiss with the four that belong on every page. */
export function openGraph(tags: readonly MetaTag[]): { tags: { key: string; content: string }[]; findings: Finding[] } {
  const ours = tags.filter(({ key }) => OURS.test(key));
  const found: Finding[] = [];
  if (ours.length > 0) {
    for (const key of NEEDED) {
      const told = ours.filter((tag) => tag.key === key);
      const first = told[0];
      if (!first) found.push(finding("notice", "og.missing", `${key} is missing.`, key, `Add <meta property="${key}" content="…">.`));
      else if (first.content === "") found.push(finding("warning", "og.empty", `${key} is empty.`, key, "Fill it, or take it out."));
      else if ((key === "og:image" || key === "og:url") && !/^https?:\/\//i.test(first.content)) {
        found.push(finding("error", "og.address", `${key} is "${shown(first.content)}".`, key, "Write the full address, with https://."));
      }
      if (told.length > 1 && key !== "og:image") {
        found.push(
          finding("warning", "og.twice", `${key} stands there ${told.length} times.`, key, "Keep one: readers take the first or the last."),
        );
      }
    }
  }
  return { tags: ours.slice(0, MOST_TAGS).map(({ key, content }) => ({ key, content: content.slice(0, 500) })), findings: found };
}

function finding(severity: Finding["severity"], id: string, title: string, where: string, mend: string): Finding {
  const { path: _, ...plain } = issue(severity, id, title, { mend });
  return { ...plain, where: `meta ${where}` };
}
