import type { ToolDefinition } from "../define";

export const definition = {
  code: "C3",
  slug: "screenshot",
  category: "C",
  question: "What does this page look like?",
  description:
    "Opens a page in a real Chromium and takes its picture: a window or the whole page, desktop or phone, light or dark. Tells too what the page complained of and what it was not let.",
  price: "0.01",
  seller: { handle: "coinslot", name: "Coinslot" },
  tags: ["screenshot", "browser", "page", "chromium"],
  timeoutMs: 45_000,
  examples: {
    "eip155:8453": { url: "https://example.com/", format: "webp" },
    "eip155:84532": { url: "https://example.com/", format: "webp" },
  },
  cannotKnow: [
    "What the page shows to others: it was opened once, from the market's own address, without cookies, signed in nowhere.",
    "What comes later than its wait, or after a click, a consent or a puzzle against robots.",
    "Pages that only the inside of a network can reach: every request of the browser is held to public addresses.",
    "More than 25 MB, 200 connections or 2 MB of picture: what is beyond is left out, and said to be.",
  ],
  faults: [
    { reason: "bad_url", what: "The address is none that can be opened." },
    { reason: "address_not_allowed", what: "The address, or where it leads, is not on the public internet." },
    { reason: "unreachable", what: "The host did not answer, or not properly." },
    { reason: "too_many_redirects", what: "The address leads in a circle." },
    { reason: "not_a_page", what: "There is a file or nothing at all in place of a page." },
    { reason: "page_overloaded", what: "The page does, holds or draws more than a call may cost." },
    { reason: "image_too_large", what: "No picture of the page is smaller than 2 MB." },
    { reason: "host_busy", what: "Too many calls ask the same host just now." },
    { reason: "queue_full", what: "Too many pages are waiting for the browser." },
    { reason: "browser_missing", what: "No browser can be started on the market's machine." },
    { reason: "browser_failed", what: "The browser broke off at this page." },
    { reason: "too_much", what: "The page opens more connections than a call may have." },
    { reason: "too_slow", what: "No answer within 45 s." },
  ],
} as const satisfies ToolDefinition;
