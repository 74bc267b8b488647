import { WEB_FAULTS } from "../../web/faults";
import type { ToolDefinition } from "../define";

export const definition = {
  code: "C4",
  slug: "link-preview",
  category: "C",
  question: "What does this link look like when somebody shares it?",
  description: "Title, description, picture, icon, author and dates of a page, each with the tag that it was read from.",
  price: "0.001",
  seller: { handle: "coinslot", name: "Coinslot" },
  tags: ["link", "preview", "open-graph", "oembed", "metadata"],
  timeoutMs: 15_000,
  examples: {
    "eip155:8453": { url: "https://example.com/" },
    "eip155:84532": { url: "https://example.com/" },
  },
  cannotKnow: [
    "What scripts put into the page after it has loaded. It is read as it comes from the server.",
    "How a given app shows it: each has its own rules and its own cache.",
    "The size of a picture whose first 64 KiB don't tell it, and of an SVG, which has none.",
  ],
  faults: [...WEB_FAULTS, { reason: "page_error", what: "The page answered with an error, so there is nothing to show." }],
} as const satisfies ToolDefinition;
