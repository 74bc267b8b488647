import { WEB_FAULTS } from "../../web/faults";
import type { ToolDefinition } from "../define";

export const definition = {
  code: "C10",
  slug: "ai-readiness",
  category: "C",
  question: "Can AI crawlers and agents find, read and use this site?",
  description:
    "Who is let in and by which line, whether the text is there without scripts and what it costs in tokens, llms.txt, Markdown, structured data, doors for agents and licences: a score with its weights, and how to mend each fault.",
  price: "0.003",
  seller: { handle: "coinslot", name: "Coinslot" },
  tags: ["ai", "crawler", "llms.txt", "agents", "geo", "robots.txt"],
  timeoutMs: 45_000,
  examples: {
    "eip155:8453": { url: "https://developers.cloudflare.com/" },
    "eip155:84532": { url: "https://developers.cloudflare.com/" },
  },
  cannotKnow: [
    "How the server treats those robots by their own names and addresses. It is asked under ours only.",
    "What scripts add to the page, and whether a given robot runs them. Most don't.",
    "Whether an answer engine will name the site. Being readable is where that begins.",
    "The rest of the site: one page and a few well-known addresses are asked for.",
  ],
  faults: [
    ...WEB_FAULTS,
    { reason: "page_error", what: "The page answered with an error." },
    { reason: "not_a_page", what: "The address leads to something that is no web page." },
    { reason: "robots_away", what: "The site's robots.txt answers with an error, so nothing of the site may be read." },
    { reason: "queue_full", what: "Too many documents are being read; wait as long as Retry-After says." },
  ],
} as const satisfies ToolDefinition;
