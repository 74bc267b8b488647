import type { WebAnswer } from "../../../web/types";

const STATUSES = new Set([301, 302, 303, 307, 308]);

/** Where an answer sends its asker on to; null where it doesn't, or to nowhere. */
export function redirectOf({ status, headers, url }: Pick<WebAnswer, "status" | "headers" | "url">): string | null {
  const { location } = headers;
  if (!STATUSES.has(status) || !location || !URL.canParse(location, url)) return null;
  const next = new URL(location, url);
  next.hash = "";
  return next.href;
}
