import { WEB_FAULTS } from "../../web/faults";
import type { ToolDefinition } from "../define";

export const definition = {
  code: "C8",
  slug: "redirects-check",
  category: "C",
  question: "Where does this address really lead, and over what?",
  description:
    "Follows every redirect, meta refreshes too, with status and time, and compares where the http, https and www forms of the address end.",
  price: "0.001",
  seller: { handle: "coinslot", name: "Coinslot" },
  tags: ["redirect", "http", "canonical", "seo"],
  timeoutMs: 20_000,
  examples: {
    "eip155:8453": { url: "http://example.com/" },
    "eip155:84532": { url: "http://example.com/" },
  },
  cannotKnow: [
    "Redirects that a script makes once the page has loaded.",
    "Where somebody else is led: by country, language, device or a cookie of an earlier visit.",
    "What lies behind the twentieth redirect.",
  ],
  faults: WEB_FAULTS,
} as const satisfies ToolDefinition;
