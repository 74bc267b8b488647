/** The documentation, in the order that one reads it. */
export const DOC_PAGES = [
  { href: "/docs", label: "Pay from an agent" },
  { href: "/docs/models", label: "Language models" },
  { href: "/docs/judging", label: "How we judge a token" },
  { href: "/docs/mcp", label: "Tools over MCP" },
  { href: "/docs/sell", label: "Sell a tool" },
  { href: "/docs/protocol", label: "The protocol here" },
  { href: "/docs/facilitator", label: "Use our facilitator" },
  { href: "/docs/not-listed", label: "Why am I not listed?" },
  { href: "/docs/webhooks", label: "Webhooks" },
  { href: "/docs/errors", label: "Errors" },
  { href: "/docs/limits", label: "Limits" },
  { href: "/docs/bot", label: "Our robot" },
] as const;
