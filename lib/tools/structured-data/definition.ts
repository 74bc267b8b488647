import { WEB_FAULTS } from "../../web/faults";
import type { ToolDefinition } from "../define";

export const definition = {
  code: "C9",
  slug: "structured-data",
  category: "C",
  question: "Does this page's structured data hold what search engines ask for?",
  description:
    "Reads JSON-LD, microdata, RDFa and Open Graph, and holds each thing against what search engines need and ask for: what is missing, what is malformed, which rich results it may have.",
  price: "0.003",
  seller: { handle: "coinslot", name: "Coinslot" },
  tags: ["schema.org", "json-ld", "microdata", "rdfa", "rich-results", "seo"],
  timeoutMs: 15_000,
  examples: {
    "eip155:8453": { url: "https://schema.org/Recipe" },
    "eip155:84532": { url: "https://schema.org/Recipe" },
  },
  cannotKnow: [
    "What scripts put into the page after it has loaded. It is read as it comes from the server.",
    "Whether a search engine shows it. What holds all that is asked for may be shown, no more.",
    "Whether what the data say stands on the page too, as search engines want it.",
    "Types of things that have no rules here. They are listed, and not judged.",
  ],
  faults: [
    ...WEB_FAULTS,
    { reason: "page_error", what: "The page answered with an error." },
    { reason: "not_a_page", what: "The address leads to something that is no web page." },
  ],
} as const satisfies ToolDefinition;
