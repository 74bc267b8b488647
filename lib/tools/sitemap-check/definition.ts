import { WEB_FAULTS } from "../../web/faults";
import type { ToolDefinition } from "../define";

export const definition = {
  code: "C7",
  slug: "sitemap-check",
  category: "C",
  question: "Is this site's sitemap whole, and do its pages answer?",
  description:
    "Finds a site's sitemaps, reads indexes and packed files, checks every entry by the protocol, and asks a few of the pages politely.",
  price: "0.003",
  seller: { handle: "coinslot", name: "Coinslot" },
  tags: ["sitemap", "seo", "crawl"],
  timeoutMs: 25_000,
  examples: {
    "eip155:8453": { url: "https://www.sitemaps.org/" },
    "eip155:84532": { url: "https://www.sitemaps.org/" },
  },
  cannotKnow: [
    "Pages that the sitemap leaves out. Nobody knows them but the site.",
    "Whether a lastmod is true; only whether it is a date that could be.",
    "Anything of pages that were not in the sample, and of files behind the first ten or beyond 10 MB.",
  ],
  faults: WEB_FAULTS,
} as const satisfies ToolDefinition;
