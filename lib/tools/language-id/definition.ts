import type { ToolDefinition } from "../define";

export const definition = {
  code: "E3",
  slug: "language-id",
  category: "E",
  question: "Which language is this text in?",
  description:
    "Names the language and the script of a text, with the candidates that come next. A text that is too short to say is called unknown, not guessed.",
  price: "0.001",
  seller: { handle: "coinslot", name: "Coinslot" },
  tags: ["language", "text", "detection", "iso-639"],
  timeoutMs: 5_000,
  examples: {
    "eip155:8453": { text: "Kahvila avataan vasta kymmeneltä, joten juodaan kahvit kotona." },
    "eip155:84532": { text: "Kahvila avataan vasta kymmeneltä, joten juodaan kahvit kotona." },
  },
  cannotKnow: [
    "More than it was measured to: of 100 sentences of ours in 25 languages, kept for that, it named 98 rightly, 0 wrongly and left 2 unknown; of their first 20 characters 88, 11 and 1.",
    "Single words and names: most of them are at home in several languages.",
    "Which of two neighbours it is when a text fits both, such as Danish and Norwegian, or Croatian, Bosnian and Serbian in Latin letters.",
    "Languages written in another script than their own, and nonsense: they come out as something, mostly with low confidence.",
    "If a text in Chinese characters alone is Chinese; Japanese can be written so too. It knows 178 languages, and those of the 25 best.",
  ],
  faults: [{ reason: "too_slow", what: "No answer within 5 s." }],
} as const satisfies ToolDefinition;
