import type { RobotsCheckAnswer } from "./schema";

export type Bot = Pick<RobotsCheckAnswer["bots"][number], "name" | "operator" | "purpose">;

/** Robots that people ask about, by the names that their operators publish for robots.txt. */
export const BOTS: readonly Bot[] = [
  { name: "Googlebot", operator: "Google", purpose: "search" },
  { name: "Bingbot", operator: "Microsoft", purpose: "search" },
  { name: "DuckDuckBot", operator: "DuckDuckGo", purpose: "search" },
  { name: "YandexBot", operator: "Yandex", purpose: "search" },
  { name: "Baiduspider", operator: "Baidu", purpose: "search" },
  { name: "Applebot", operator: "Apple", purpose: "search" },
  { name: "GPTBot", operator: "OpenAI", purpose: "ai_training" },
  { name: "OAI-SearchBot", operator: "OpenAI", purpose: "ai_search" },
  { name: "ChatGPT-User", operator: "OpenAI", purpose: "ai_user" },
  { name: "ClaudeBot", operator: "Anthropic", purpose: "ai_training" },
  { name: "Claude-SearchBot", operator: "Anthropic", purpose: "ai_search" },
  { name: "Claude-User", operator: "Anthropic", purpose: "ai_user" },
  { name: "PerplexityBot", operator: "Perplexity", purpose: "ai_search" },
  { name: "Perplexity-User", operator: "Perplexity", purpose: "ai_user" },
  { name: "Google-Extended", operator: "Google", purpose: "ai_training" },
  { name: "Applebot-Extended", operator: "Apple", purpose: "ai_training" },
  { name: "CCBot", operator: "Common Crawl", purpose: "ai_training" },
  { name: "Bytespider", operator: "ByteDance", purpose: "ai_training" },
  { name: "Amazonbot", operator: "Amazon", purpose: "ai_search" },
  { name: "meta-externalagent", operator: "Meta", purpose: "ai_training" },
  { name: "*", operator: null, purpose: "other" },
];

/** The well-known ones and those that were asked for, each once. */
export function botsFor(asked: readonly string[]): Bot[] {
  const more = asked
    .filter((name, index) => asked.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === index)
    .filter((name) => !BOTS.some((bot) => bot.name.toLowerCase() === name.toLowerCase()))
    .map((name) => ({ name, operator: null, purpose: "other" as const }));
  return [...more, ...BOTS];
}
