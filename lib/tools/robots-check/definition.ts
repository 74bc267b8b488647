import { WEB_FAULTS } from "../../web/faults";
import type { ToolDefinition } from "../define";

export const definition = {
  code: "C6",
  slug: "robots-check",
  category: "C",
  question: "Which robots may read this page, and which line says so?",
  description:
    "Reads robots.txt, the page's robots tags and its X-Robots-Tag, and tells for search engines and AI crawlers who is let in, with the deciding line.",
  price: "0.002",
  seller: { handle: "coinslot", name: "Coinslot" },
  tags: ["robots.txt", "crawler", "seo", "ai"],
  timeoutMs: 15_000,
  examples: {
    "eip155:8453": { url: "https://example.com/" },
    "eip155:84532": { url: "https://example.com/" },
  },
  cannotKnow: [
    "Whether a robot keeps to it. robots.txt is a wish, not a lock.",
    "Whether the server turns a robot away by its name or address.",
    "What robots read of the file more than a day ago; they keep it for about that long.",
  ],
  faults: WEB_FAULTS,
} as const satisfies ToolDefinition;
