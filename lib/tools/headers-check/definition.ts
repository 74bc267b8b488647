import { WEB_FAULTS } from "../../web/faults";
import type { ToolDefinition } from "../define";

export const definition = {
  code: "C5",
  slug: "headers-check",
  category: "C",
  question: "Do this page's headers protect those who open it?",
  description:
    "Grades the security headers and cookies of an answer from A to F by rules that come with it, and says how to mend each fault.",
  price: "0.002",
  seller: { handle: "coinslot", name: "Coinslot" },
  tags: ["security", "headers", "csp", "hsts", "cookies"],
  timeoutMs: 12_000,
  examples: {
    "eip155:8453": { url: "https://example.com/" },
    "eip155:84532": { url: "https://example.com/" },
  },
  cannotKnow: [
    "What other pages of the site send, and what this one sends to somebody who is signed in.",
    "Whether the code behind the headers is safe. A good grade is a lock on the door, not a clean house.",
    "Headers that a server sends to some visitors only: ours is an honest robot's view.",
  ],
  faults: WEB_FAULTS,
} as const satisfies ToolDefinition;
