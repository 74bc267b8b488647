import { contentType } from "../../../web/contentType";
import { judgeRobots } from "../../../web/robots/matchRobots";
import type { SiteFacts } from "../facts";
import { robotsWords } from "../page/robotsWords";
import { type Check, cut, type SiteCheck, when } from "./check";

/** The robots of AI, and what being shut out of each means. */
const BOTS = [
  { id: "ai-gptbot", bot: "GPTBot", why: "OpenAI's models learn nothing from the page." },
  { id: "ai-claudebot", bot: "ClaudeBot", why: "Anthropic's models learn nothing from the page." },
  { id: "ai-perplexitybot", bot: "PerplexityBot", why: "Perplexity can't find the page, and won't quote it." },
  { id: "ai-google-extended", bot: "Google-Extended", why: "Gemini does not use the page; Google's search is not touched." },
  { id: "ai-searchbot", bot: "OAI-SearchBot", why: "ChatGPT's search can't find the page, and won't quote it." },
] as const;

/** Others whose verdict is told as a fact, without a check of its own. */
export const TOLD_BOTS = [
  ...["Googlebot", "Bingbot", "DuckDuckBot", "Applebot", "YandexBot", "Baiduspider"].map((bot) => ({ bot, for: "search" as const })),
  ...[
    ...BOTS.map(({ bot }) => bot),
    "ChatGPT-User",
    "Claude-SearchBot",
    "CCBot",
    "Applebot-Extended",
    "Meta-ExternalAgent",
    "Bytespider",
  ].map((bot) => ({ bot, for: "ai" as const })),
];

/** What the site is to machines that answer questions. */
export const AI: readonly Check[] = [
  ...BOTS.map(botCheck),
  {
    id: "ai-words",
    of: "page",
    category: "ai",
    level: "notice",
    title: "The page asks AI to keep away",
    why: "Those who heed it leave the page out of their answers. That may be what you want.",
    mend: "Remove noai and noimageai where it is not.",
    look: (page) =>
      robotsWords(page)
        .filter(({ word }) => word === "noai" || word === "noimageai")
        .map(({ word, spot }) => (spot ? { text: word, spot } : { text: word, header: "x-robots-tag" })),
  },
  {
    id: "llms-txt",
    of: "site",
    category: "ai",
    level: "notice",
    title: "The site has no llms.txt",
    why: "Agents that look for a short guide to the site find none.",
    mend: "Publish /llms.txt: a heading, a summary, and links to what matters most.",
    look: ({ llms }) => {
      if (!llms.ok) return { unknown: llms.why };
      return when(!isThere(llms), () => ({
        text: llms.status === 200 ? "A web page came instead." : `The server answered ${llms.status}.`,
        url: llms.url,
      }));
    },
  },
  {
    id: "llms-txt-form",
    of: "site",
    category: "ai",
    level: "notice",
    title: "llms.txt has not its usual form",
    why: "Agents expect a heading first, and links in Markdown.",
    mend: 'Begin it with "# Name", and list links as "- [Title](address): what is there".',
    look: ({ llms }) => {
      if (!llms.ok || !isThere(llms)) return "not_applicable";
      const text = llms.body
        .toString("utf8")
        .replace(/^\uFEFF/, "")
        .trimStart();
      const faults = [!text.startsWith("# ") && "no heading at its start", !/\]\(\S{1,2000}\)/.test(text) && "no links"].filter(Boolean);
      return when(faults.length > 0, () => ({ text: `It has ${faults.join(" and ")}.`, url: llms.url }));
    },
  },
];

function botCheck({ id, bot, why }: (typeof BOTS)[number]): SiteCheck {
  return {
    id,
    of: "site",
    category: "ai",
    level: "notice",
    title: `robots.txt keeps ${bot} away`,
    why: `${why} That may be what you want.`,
    mend: `Allow ${bot} in robots.txt where it is not.`,
    look: ({ robots }, [page]) => {
      if (robots.state === "unknown") return { unknown: robots.why };
      if (robots.state !== "read" || !page) return [];
      const { allowed, rule } = judgeRobots(robots.file, bot, new URL(page.url));
      return allowed || !rule ? [] : [{ text: `"Disallow: ${cut(rule.pattern)}"`, line: rule.line, url: robots.url }];
    },
  };
}

function isThere(llms: SiteFacts["llms"] & { ok: true }): boolean {
  return llms.status === 200 && contentType(llms).kind !== "html";
}
