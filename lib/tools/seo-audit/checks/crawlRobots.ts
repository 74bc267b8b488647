import { judgeRobots } from "../../../web/robots/matchRobots";
import type { PageFacts, SiteFacts } from "../facts";
import { barringWords, KNOWN_WORDS, type RobotsWord, robotsWords } from "../page/robotsWords";
import { type Check, cut, type Found, type Look } from "./check";

/** The robots of the engines that most people search with. */
const SEARCHERS = ["Googlebot", "Bingbot"] as const;

/** What robots are told. */
export const CRAWL_ROBOTS: readonly Check[] = [
  {
    id: "robots-search",
    of: "page",
    category: "crawl",
    level: "error",
    blocking: true,
    title: "robots.txt keeps search engines away from the page",
    why: "What may not be fetched can't be read: at best the bare address is listed.",
    mend: "Remove or narrow the rule, or add an Allow for this path.",
    look: (page, site) => ruled(site, (read) => SEARCHERS.flatMap((bot) => forbidden(read, bot, page.url))),
  },
  {
    id: "indexable",
    of: "page",
    category: "crawl",
    level: "error",
    blocking: true,
    title: "The page asks to be left out of search results",
    why: "noindex removes it from the index, whatever else it offers.",
    mend: "Remove noindex where the page is meant to be found.",
    look: (page) => barringWords(page).map(foundOf),
  },
  {
    id: "noindex-seen",
    of: "page",
    category: "crawl",
    level: "warning",
    title: "noindex can't be seen, since robots.txt forbids the page",
    why: "A page that may not be fetched stays in the index with its address, because nobody reads its noindex.",
    mend: "Allow the page in robots.txt until it has left the index.",
    look: (page, site) => {
      const barring = barringWords(page);
      if (barring.length === 0) return "not_applicable";
      return ruled(site, (read) => forbidden(read, "Googlebot", page.url));
    },
  },
  {
    id: "robots-agree",
    of: "page",
    category: "crawl",
    level: "warning",
    title: "Words to robots contradict each other",
    why: "Search engines take the stricter one, which may not be the one that you mean.",
    mend: "Say it once, in one place.",
    look: (page) => contradictions(robotsWords(page)),
  },
  {
    id: "robots-follow",
    of: "page",
    category: "crawl",
    level: "warning",
    title: "The page asks that none of its links be followed",
    why: "Pages that are linked from here alone are not found.",
    mend: "Remove nofollow, or use it on single links.",
    look: (page) =>
      robotsWords(page)
        .filter(({ word }) => word === "nofollow" || word === "none")
        .map(foundOf),
  },
  {
    id: "snippet-allowed",
    of: "page",
    category: "crawl",
    level: "notice",
    title: "Results may show no text of the page",
    why: "A bare title is clicked less, and answers that quote their sources leave it out.",
    mend: "Remove nosnippet, or allow a length with max-snippet.",
    look: (page) =>
      robotsWords(page)
        .filter(({ word, value }) => word === "nosnippet" || (word === "max-snippet" && value === "0"))
        .map(foundOf),
  },
  {
    id: "robots-words-known",
    of: "page",
    category: "crawl",
    level: "notice",
    title: "A word to robots is not known",
    why: "It is ignored, mostly because of a slip in its spelling.",
    mend: "Correct or remove it.",
    look: (page) =>
      robotsWords(page)
        .filter(({ word }) => !KNOWN_WORDS.has(word))
        .map(foundOf),
  },
];

function foundOf({ bot, word, value, spot }: RobotsWord): Found {
  const text = `${bot}: ${cut(word)}${value ? `: ${cut(value, 60)}` : ""}`;
  return spot ? { text, spot } : { text, header: "x-robots-tag" };
}

type Read = Extract<SiteFacts["robots"], { file: unknown }>;

/** Judges by robots.txt where there is one to judge by. */
function ruled({ robots }: SiteFacts, judge: (read: Read) => readonly Found[]): Look {
  if (robots.state === "unknown") return { unknown: robots.why };
  return robots.state === "read" ? judge(robots) : [];
}

function forbidden({ file, url }: Read, bot: string, page: PageFacts["url"]): Found[] {
  const { allowed, rule, group } = judgeRobots(file, bot, new URL(page));
  if (allowed || !rule) return [];
  const whom = group === "own" ? bot : "everybody";
  return [{ text: `${bot}: "Disallow: ${cut(rule.pattern)}" for ${whom}`, line: rule.line, url }];
}

const OPPOSITES = [
  ["index", "noindex"],
  ["follow", "nofollow"],
  ["index", "none"],
  ["all", "noindex"],
  ["all", "none"],
] as const;

/** A rule for one robot beside another for all may be meant; both for the same one can't be. */
function contradictions(words: readonly RobotsWord[]): Found[] {
  return OPPOSITES.flatMap(([yes, no]) =>
    words
      .filter(({ word }) => word === no)
      .filter(({ bot }) => words.some((other) => other.word === yes && other.bot === bot))
      .map((one) => ({ ...foundOf(one), text: `${one.bot}: ${yes} and ${no}` })),
  );
}
