/** A robot by the name that its operator publishes for robots.txt, with what it reads for. */
export type Bot = {
  name: string;
  operator: string;
  /** search: it lists pages. ai_search: for answers. ai_user: it reads at a person's wish. ai_training: it collects for models. */
  purpose: "search" | "ai_search" | "ai_user" | "ai_training";
};

/** Those that people ask about. */
export const BOTS: readonly Bot[] = [
  { name: "Googlebot", operator: "Google", purpose: "search" },
  { name: "Bingbot", operator: "Microsoft", purpose: "search" },
  { name: "DuckDuckBot", operator: "DuckDuckGo", purpose: "search" },
  { name: "YandexBot", operator: "Yandex", purpose: "search" },
  { name: "Baiduspider", operator: "Baidu", purpose: "search" },
  { name: "Applebot", operator: "Apple", purpose: "search" },
  { name: "OAI-SearchBot", operator: "OpenAI", purpose: "ai_search" },
  { name: "Claude-SearchBot", operator: "Anthropic", purpose: "ai_search" },
  { name: "PerplexityBot", operator: "Perplexity", purpose: "ai_search" },
  { name: "DuckAssistBot", operator: "DuckDuckGo", purpose: "ai_search" },
  { name: "Amazonbot", operator: "Amazon", purpose: "ai_search" },
  { name: "ChatGPT-User", operator: "OpenAI", purpose: "ai_user" },
  { name: "Claude-User", operator: "Anthropic", purpose: "ai_user" },
  { name: "Perplexity-User", operator: "Perplexity", purpose: "ai_user" },
  { name: "MistralAI-User", operator: "Mistral", purpose: "ai_user" },
  { name: "meta-externalfetcher", operator: "Meta", purpose: "ai_user" },
  { name: "GPTBot", operator: "OpenAI", purpose: "ai_training" },
  { name: "ClaudeBot", operator: "Anthropic", purpose: "ai_training" },
  { name: "Google-Extended", operator: "Google", purpose: "ai_training" },
  { name: "Applebot-Extended", operator: "Apple", purpose: "ai_training" },
  { name: "meta-externalagent", operator: "Meta", purpose: "ai_training" },
  { name: "CCBot", operator: "Common Crawl", purpose: "ai_training" },
  { name: "Bytespider", operator: "ByteDance", purpose: "ai_training" },
  { name: "cohere-training-data-crawler", operator: "Cohere", purpose: "ai_training" },
  { name: "AI2Bot", operator: "Ai2", purpose: "ai_training" },
  { name: "Diffbot", operator: "Diffbot", purpose: "ai_training" },
];
