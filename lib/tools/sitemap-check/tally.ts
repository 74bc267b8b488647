import type { Entry } from "./parse";

/** Kinds of faults that an entry may have, each counted, with the first few shown. */
export const ENTRY_FAULTS = {
  no_loc: "has no address",
  bad_loc: "has an address that is none",
  long_loc: "has an address longer than 2,048 characters",
  other_host: "is of another host",
  other_scheme: "has another scheme than the sitemap",
  fragment: "has a # in its address",
  duplicate: "is listed more than once",
  bad_lastmod: "has a lastmod that is no W3C date",
  future_lastmod: "was changed in the future",
  bad_changefreq: "has a changefreq that there is not",
  bad_priority: "has a priority outside of 0.0 to 1.0",
} as const;

export type EntryFault = keyof typeof ENTRY_FAULTS;

export type Tally = {
  listed: number;
  withLastmod: number;
  newest: string | null;
  oldest: string | null;
  otherHosts: number;
  /** In the order of the files, each once: what a sample can be taken from. */
  pages: Set<string>;
  faults: Map<EntryFault, { count: number; shown: string[] }>;
};

const MOST_PAGES = 200_000;
const SHOWN = 3;
const FREQUENCIES = new Set(["always", "hourly", "daily", "weekly", "monthly", "yearly", "never"]);
const DAY_MS = 86_400_000;

export function newTally(): Tally {
  return { listed: 0, withLastmod: 0, newest: null, oldest: null, otherHosts: 0, pages: new Set(), faults: new Map() };
}

/** Checks one entry of a sitemap that lies at `home`, and counts what it is. */
export function count(tally: Tally, entry: Entry, home: URL, now: number): void {
  tally.listed += 1;
  const fault = (kind: EntryFault, what: string) => {
    const known = tally.faults.get(kind) ?? { count: 0, shown: [] };
    tally.faults.set(kind, { count: known.count + 1, shown: known.shown.length < SHOWN ? [...known.shown, what] : known.shown });
  };
  countLoc(tally, entry.loc, home, fault);
  const name = entry.loc ?? "(no address)";
  if (entry.lastmod) countDate(tally, entry.lastmod, now, (kind) => fault(kind, `${name}: ${entry.lastmod}`));
  if (entry.changefreq && !FREQUENCIES.has(entry.changefreq.toLowerCase())) fault("bad_changefreq", `${name}: ${entry.changefreq}`);
  if (entry.priority && !isPriority(entry.priority)) fault("bad_priority", `${name}: ${entry.priority}`);
}

type Tell = (kind: EntryFault, what: string) => void;

function countLoc(tally: Tally, loc: string | null, home: URL, fault: Tell): void {
  const url = loc && /^https?:\/\//i.test(loc) && URL.canParse(loc) ? new URL(loc) : null;
  if (!loc) fault("no_loc", `entry ${tally.listed}`);
  else if (!url) fault("bad_loc", loc);
  if (!loc || !url) return;
  if (loc.length > 2_048) fault("long_loc", loc);
  if (loc.includes("#")) fault("fragment", loc);
  if (url.host !== home.host) {
    tally.otherHosts += 1;
    fault("other_host", loc);
  } else if (url.protocol !== home.protocol) fault("other_scheme", loc);
  if (tally.pages.has(url.href)) fault("duplicate", loc);
  else if (tally.pages.size < MOST_PAGES) tally.pages.add(url.href);
}

function countDate(tally: Tally, text: string, now: number, fault: (kind: EntryFault) => void): void {
  tally.withLastmod += 1;
  const time = timeOf(text);
  if (time === null) fault("bad_lastmod");
  if (time === null) return;
  if (time > now + DAY_MS) fault("future_lastmod");
  if (!tally.newest || time > (timeOf(tally.newest) ?? 0)) tally.newest = text;
  if (!tally.oldest || time < (timeOf(tally.oldest) ?? 0)) tally.oldest = text;
}

/** W3C Datetime: a year, a month, a day, or a moment with its zone. */
export function timeOf(text: string): number | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?)?)?$/.exec(text);
  if (!parts) return null;
  const [, year = "", month = "01", day = "01", hour = "00", minute = "00", second = "00", zone = "Z"] = parts;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  // 31 February would be read as a day of March.
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number.isNaN(time) || Number(day) > days ? null : time;
}

function isPriority(text: string): boolean {
  const value = Number(text);
  return Number.isFinite(value) && value >= 0 && value <= 1;
}
