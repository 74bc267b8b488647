import { cleanText } from "../../cleanText";
import { finding } from "../../web/finding";
import type { Finding } from "../../web/schema";
import { bySeverity } from "../../web/severities";
import type { Crawled } from "./crawl";
import type { ReadFile } from "./readSitemap";
import type { SitemapCheckAnswer } from "./schema";
import { ENTRY_FAULTS, type EntryFault } from "./tally";

/** By the protocol: entries of a file, and its bytes unpacked. */
export const LIMITS = { entries: 50_000, bytes: 50 * 1024 * 1024 };

const SEVERE: Record<EntryFault, Finding["severity"]> = {
  no_loc: "error",
  bad_loc: "error",
  long_loc: "error",
  other_host: "error",
  other_scheme: "warning",
  fragment: "warning",
  duplicate: "warning",
  bad_lastmod: "warning",
  future_lastmod: "warning",
  bad_changefreq: "notice",
  bad_priority: "notice",
};

const MEND: Record<EntryFault, string> = {
  no_loc: "Give every entry a loc.",
  bad_loc: "Write whole addresses, with https://.",
  long_loc: "Shorten the address.",
  other_host: "List pages of this host only, or name the sitemap in the other host's robots.txt.",
  other_scheme: "List the addresses as they are served.",
  fragment: "Leave out # and what is behind it; robots don't see it.",
  duplicate: "List each page once.",
  bad_lastmod: "Write dates as 2026-03-14 or 2026-03-14T08:00:00+01:00.",
  future_lastmod: "Write when the page was changed last.",
  bad_changefreq: "Leave it out; search engines don't read it.",
  bad_priority: "Leave it out; search engines don't read it.",
};

const MOST = 60;

/** What is wrong with the files, with their entries, and with the pages that were asked. */
export function findingsOf({ by, files, nested, tally }: Crawled, sample: SitemapCheckAnswer["sample"]): Finding[] {
  const found: Finding[] = by === "nowhere" ? [nowhere()] : files.flatMap(aboutFile);
  for (const url of nested) {
    found.push(
      finding("error", "index.nested", "An index names another index.", {
        where: shown(url),
        why: "Search engines don't follow that.",
        mend: "Name the sitemaps themselves.",
      }),
    );
  }
  for (const [kind, { count, shown: first }] of tally.faults) {
    const subject = count === 1 ? "1 entry" : `${count.toLocaleString("en")} entries`;
    const words = count === 1 ? ENTRY_FAULTS[kind] : plural(ENTRY_FAULTS[kind]);
    found.push(finding(SEVERE[kind], `entry.${kind}`, `${subject} ${words}.`, { where: first.map(shown).join("; "), mend: MEND[kind] }));
  }
  if (tally.listed > 0 && tally.withLastmod === 0) {
    found.push(
      finding("notice", "entry.no_lastmod", "No entry says when its page was changed.", {
        why: "Robots then guess how often to come.",
        mend: "Add lastmod where it is known.",
      }),
    );
  }
  return bySeverity([...found, ...sample.flatMap(aboutPage)]).slice(0, MOST);
}

function shown(text: string): string {
  return cleanText(text, 160);
}

function plural(words: string): string {
  return words.replace(/^has /, "have ").replace(/^is /, "are ").replace(/^was /, "were ");
}

function nowhere(): Finding {
  return finding("error", "none", "No sitemap was found.", {
    where: "robots.txt and the usual addresses",
    why: "Search engines find only what is linked.",
    mend: "Put up /sitemap.xml, and name it in robots.txt.",
  });
}

function aboutFile({ file, namespace }: ReadFile): Finding[] {
  const where = shown(file.url);
  const found: Finding[] = [];
  if (file.fault) {
    const broken = file.kind === "none";
    found.push(
      finding("error", broken ? "file.unread" : "file.broken", file.fault, {
        where,
        mend: broken ? "Put a sitemap there, or take its name out." : "Write it as well-formed XML.",
      }),
    );
  }
  if (file.entries > LIMITS.entries) {
    found.push(
      finding("error", "file.entries", `It lists ${file.entries.toLocaleString("en")} entries; 50,000 are allowed.`, {
        where,
        mend: "Split it, and name the parts in an index.",
      }),
    );
  }
  if (file.bytes > LIMITS.bytes)
    found.push(finding("error", "file.bytes", "It is longer than 50 MB.", { where, mend: "Split it, and name the parts in an index." }));
  if (file.cut) found.push(finding("not_measured", "file.cut", "It is longer than the 10 MB that are read here.", { where }));
  if (!namespace && file.kind !== "none") {
    found.push(
      finding("warning", "file.namespace", "Its root does not name the sitemap protocol.", {
        where,
        mend: 'Add xmlns="http://www.sitemaps.org/schemas/sitemap/0.9".',
      }),
    );
  }
  if (file.kind !== "none" && file.entries === 0) found.push(finding("warning", "file.empty", "It lists nothing.", { where }));
  return found;
}

const PAGES: Partial<
  Record<SitemapCheckAnswer["sample"][number]["verdict"], { severity: Finding["severity"]; title: string; mend: string | null }>
> = {
  missing: { severity: "error", title: "A listed page is not there.", mend: "Take it out of the sitemap, or bring it back." },
  error: { severity: "error", title: "A listed page does not answer properly.", mend: "Mend the page." },
  redirect: { severity: "warning", title: "A listed page leads elsewhere.", mend: "List the address that it leads to." },
  noindex: {
    severity: "warning",
    title: "A listed page says that it shall not be listed.",
    mend: "Take it out of the sitemap, or its noindex away.",
  },
  forbidden: { severity: "notice", title: "A listed page is closed to our robot.", mend: null },
  not_asked: { severity: "not_measured", title: "A page was not asked.", mend: null },
};

function aboutPage({ url, verdict, note }: SitemapCheckAnswer["sample"][number]): Finding[] {
  const known = PAGES[verdict];
  return known
    ? [
        finding(known.severity, `page.${verdict}`, known.title, {
          where: `${shown(url)}${note ? `: ${shown(note)}` : ""}`,
          mend: known.mend,
        }),
      ]
    : [];
}
