import type { ToolDefinition } from "../define";

/** A price tag, drawn for this: small enough to stand in every description of the tool. */
const EXAMPLE_IMAGE =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAANIAAABEAQAAAADc3VaxAAABgUlEQVR42u3TsU7DMBAA0LMsNVuzdqjsXyhbJap66I/QP+iYAWEQQza+ySioHfmFGH7gst1g5VASmzYUkGCuJ8tPPt/ZZ+Afh4OL/cdknPvqwPzA1BwtADMmawVT4z+NwP5oWETjLqZn4hMLa+ly2pS+OpSdNW628YP5sBIuJyF8dcijyXs7WDsHpwmEr/Y6GZhoGpFpt/XVi+nN01olU9BZ4ytno90p/RkzGSeDweqwXJzti4ZhicnSeXc61V4ki3kejaAA1IPlDIYaXNqJiXdNQIMdsjZarI9lOwvRHnujpXX20ru/mUHDQdfDQjBjczmT7jrr3LTLmDSYb4zka8aop98ZSi75TSnNJeW0Wpxacx2tFZjVc7CnZrjkvVI6AEo3NjSc85NSmgp+r8LcnFrW6mi3sgwrM8ozGFadwe6rsSDLMOnsxn+1K+TBrD83zyVkU0PWP1dja4TLylaDCbNauPnIUPZ2bwOgqMdGWW91l9SWVuPzzG9v+0+7/JU/2geg6DOfdLDgSwAAAABJRU5ErkJggg==";

export const definition = {
  code: "D1",
  slug: "ocr",
  category: "D",
  question: "What does it say in this picture?",
  description:
    "Reads English text in a picture on this market's own machine, and tells each line and word with its place and its confidence. Pictures on their side are turned, sloping ones levelled.",
  price: "0.002",
  maxInputBytes: 4_400 * 1024,
  seller: { handle: "coinslot", name: "Coinslot" },
  tags: ["ocr", "image", "text", "receipt"],
  timeoutMs: 30_000,
  examples: {
    "eip155:8453": { image: EXAMPLE_IMAGE },
    "eip155:84532": { image: EXAMPLE_IMAGE },
  },
  cannotKnow: [
    "Handwriting, and languages other than English: what comes out then is nonsense of low confidence.",
    "Letters lower than about 10 pixels, or that hardly differ from what is behind them.",
    "If a word is right. Confidence is the reader's own opinion of itself, not a measured share.",
    "Which number is the total: it reads, it does not understand.",
  ],
  faults: [
    { reason: "not_an_image", what: "The data is no PNG, JPEG, WebP, GIF or BMP, or no base64 at all." },
    { reason: "image_too_large", what: "More than 3 MB, 16 million pixels, or the memory that a call may have." },
    { reason: "image_unreadable", what: "The picture's data is damaged, or of a kind that can't be opened." },
    { reason: "image_not_there", what: "The address answered with an error in place of a picture." },
    { reason: "bad_url", what: "The address is none that can be fetched." },
    { reason: "address_not_allowed", what: "The address leads to a network that is not public." },
    { reason: "unreachable", what: "The address did not answer." },
    { reason: "too_many_redirects", what: "The address leads on and on." },
    { reason: "host_busy", what: "Too many calls ask the same host just now." },
    { reason: "queue_full", what: "Too many pictures are waiting to be read." },
    { reason: "model_failed", what: "The reader broke off at this picture." },
    { reason: "too_slow", what: "No answer within 30 s." },
  ],
} as const satisfies ToolDefinition;
