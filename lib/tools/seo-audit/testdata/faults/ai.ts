import { text } from "../faultSite";
import { withHead } from "../pageSpec";
import type { Fault } from "./fault";

const shut = (id: string, bot: string): Fault => ({
  id,
  site: {
    replies: {
      "/robots.txt": (origin) => text(`User-agent: ${bot}\nDisallow: /\n\nUser-agent: *\nAllow: /\nSitemap: ${origin}/sitemap.xml\n`),
    },
  },
});
const llms = (body: string, type = "text/plain") => ({ replies: { "/llms.txt": () => text(body, type) } });

export const AI: readonly Fault[] = [
  shut("ai-gptbot", "GPTBot"),
  shut("ai-claudebot", "ClaudeBot"),
  shut("ai-perplexitybot", "PerplexityBot"),
  shut("ai-google-extended", "Google-Extended"),
  shut("ai-searchbot", "OAI-SearchBot"),
  { id: "ai-words", page: withHead({ robots: '<meta name="robots" content="noai, noimageai">' }) },
  { id: "llms-txt", site: { replies: { "/llms.txt": () => ({ status: 404 }) } } },
  { id: "llms-txt", site: llms("<!doctype html><title>Home</title>", "text/html") },
  { id: "llms-txt-form", site: llms("Just some words about bread.") },
];
