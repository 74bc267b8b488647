import type { PageFacts, Spot } from "../facts";

/** One word to robots about the page, from a meta element or the X-Robots-Tag header. */
export type RobotsWord = { bot: string; word: string; value: string; spot: Spot | null };

/** Everybody, and the robots of the engines that most people search with. */
const BOTS = new Set(["robots", "googlebot", "bingbot", "googlebot-news", "slurp", "duckduckbot", "yandex", "applebot"]);
const WITH_VALUE = new Set(["max-snippet", "max-image-preview", "max-video-preview", "unavailable_after"]);
const MOST = 200;

export const KNOWN_WORDS = new Set([
  ...["all", "index", "follow", "noindex", "nofollow", "none", "noarchive", "nocache", "nosnippet", "noimageindex", "notranslate"],
  ...["indexifembedded", "noodp", "noydir", "noai", "noimageai", "nositelinkssearchbox", ...WITH_VALUE],
]);

export function robotsWords({ metas, answer }: Pick<PageFacts, "metas" | "answer">): RobotsWord[] {
  const fromMetas = metas.filter(({ name, inHead }) => inHead && BOTS.has(name)).flatMap((meta) => wordsIn(meta.content, meta.name, meta));
  const header = answer.headers["x-robots-tag"];
  return [...fromMetas, ...(header ? wordsIn(header.slice(0, 4_000), "robots", null) : [])].slice(0, MOST);
}

/** In a header a robot's name stands before what is for it alone; `unavailable_after: …` only looks like one. */
function wordsIn(text: string, bot: string, spot: Spot | null): RobotsWord[] {
  const words: RobotsWord[] = [];
  let current = bot;
  for (const part of text.split(",")) {
    const colon = part.indexOf(":");
    const name = (colon < 0 ? part : part.slice(0, colon)).trim().toLowerCase();
    const value = colon < 0 ? "" : part.slice(colon + 1).trim();
    if (name === "") continue;
    if (colon >= 0 && spot === null && !WITH_VALUE.has(name)) {
      current = name;
      if (value) words.push({ bot: current, word: value.toLowerCase(), value: "", spot });
    } else words.push({ bot: current, word: name, value, spot });
  }
  return words;
}

/** Words that keep the page out of search results. */
export function barringWords(page: Pick<PageFacts, "metas" | "answer">): RobotsWord[] {
  return robotsWords(page).filter(
    ({ bot, word, value }) => BOTS.has(bot) && (word === "noindex" || word === "none" || (word === "unavailable_after" && isPast(value))),
  );
}

function isPast(date: string): boolean {
  const at = Date.parse(date);
  return !Number.isNaN(at) && at < Date.now();
}
