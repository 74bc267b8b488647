import { WEB_FAULTS } from "../../web/faults";
import type { ToolDefinition } from "../define";

export const definition = {
  code: "C1",
  slug: "seo-audit",
  category: "C",
  question: "What keeps this page from being found, read and shown well?",
  description:
    "Reads a page as a search engine would and runs over a hundred checks: crawling, head, content, links, images, structured data, languages, AI crawlers. Each fault comes with where it is, why it matters and how to mend it.",
  price: "0.01",
  pricing:
    "$0.01 for the first page, $0.004 for each further page of the same site. Pages that were not reached are told apart in the receipt.",
  seller: { handle: "coinslot", name: "Coinslot" },
  tags: ["seo", "audit", "website", "crawl", "lighthouse", "structured data"],
  timeoutMs: 45_000,
  examples: {
    "eip155:8453": { url: "https://example.com/" },
    "eip155:84532": { url: "https://example.com/" },
  },
  cannotKnow: [
    "What the page becomes when its scripts run: it is read as the server sends it.",
    "Core Web Vitals, tap targets and font sizes: they need a browser and real visitors.",
    "Where the page ranks, who links to it, or what its visitors want.",
    "Whether what the page says is true.",
  ],
  faults: [
    ...WEB_FAULTS,
    { reason: "bad_status", what: "The page answered with an error instead of itself." },
    { reason: "not_html", what: "The address is no web page." },
    { reason: "robots_forbid", what: "robots.txt forbids the start of a call for several pages." },
  ],
} as const satisfies ToolDefinition;
