import { contentType } from "./contentType";
import type { Fetched } from "./schema";
import type { WebAnswer } from "./types";

/** The facts of an answer as tools tell them. */
export function fetchedOf(answer: WebAnswer): Fetched {
  return {
    url: answer.url,
    status: answer.status,
    content_type: contentType(answer).mime,
    bytes: answer.body.length,
    truncated: answer.truncated,
    redirects: answer.hops.length - 1,
    first_byte_ms: answer.firstByteMs,
    fetched_at: answer.fetchedAt.toISOString(),
    age_seconds: answer.ageSeconds,
  };
}
