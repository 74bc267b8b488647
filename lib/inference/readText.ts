type Request = { messages: readonly unknown[] };
type Part = { type?: unknown; image_url?: unknown };

/** `urls`: where images lie that don't come along. */
export type RequestText = { text: string; images: { high: number; low: number; urls: string[] } };

/** Fields that no model reads. */
const SCALARS = new Set([
  "model",
  "stream",
  "max_tokens",
  "max_completion_tokens",
  "temperature",
  "top_p",
  "n",
  "seed",
  "user",
  "stream_options",
]);

/**
 * Everything of a chat request that a model may read, as one text, its images counted and left out. An image is a part of
 * a message that says so; whatever else is called `image_url` is text like any other.
 */
export function readText(request: Request): RequestText {
  const images: RequestText["images"] = { high: 0, low: 0, urls: [] };
  const messages = request.messages.map((message) => withoutImages(message, images));
  const rest = Object.fromEntries(Object.entries(request).filter(([name]) => !SCALARS.has(name) && name !== "messages"));
  return { text: JSON.stringify({ messages, ...rest }), images };
}

function withoutImages(message: unknown, images: RequestText["images"]): unknown {
  if (typeof message !== "object" || message === null || !("content" in message) || !Array.isArray(message.content)) return message;
  const content = message.content.map((part: Part | null) => {
    const url = part?.type === "image_url" ? imageUrl(part.image_url) : null;
    if (!part || !url) return part;
    if (!/^data:/i.test(url)) images.urls.push(url);
    images[isLow(part.image_url) ? "low" : "high"] += 1;
    return { ...part, image_url: "" };
  });
  return { ...message, content };
}

function imageUrl(image: unknown): string | null {
  const url = typeof image === "object" && image !== null && "url" in image ? image.url : image;
  return typeof url === "string" && /^(data:image\/|https?:\/\/)/i.test(url) ? url : null;
}

function isLow(image: unknown): boolean {
  return typeof image === "object" && image !== null && "detail" in image && image.detail === "low";
}
