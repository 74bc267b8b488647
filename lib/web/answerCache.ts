import type { WebAnswer } from "./types";

/** What an answer weighs beside its body, about. */
const OVERHEAD = 2 * 1024;

export type AnswerCache = {
  /** A kept answer at most so old, with its age in it. */
  find: (key: string, maxAgeSeconds: number) => WebAnswer | null;
  keep: (key: string, answer: WebAnswer) => void;
};

/** Keeps answers up to `maxBytes` together; the one that lay untouched longest goes first. */
export function answerCache(maxBytes: number, oldestSeconds: number, now: () => number = Date.now): AnswerCache {
  const kept = new Map<string, { answer: WebAnswer; bytes: number }>();
  let total = 0;
  const drop = (key: string) => {
    total -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  };
  const ageOf = (answer: WebAnswer) => Math.max(0, Math.floor((now() - answer.fetchedAt.getTime()) / 1000));
  return {
    find: (key, maxAgeSeconds) => {
      const found = kept.get(key);
      if (!found) return null;
      const ageSeconds = ageOf(found.answer);
      if (ageSeconds > oldestSeconds) drop(key);
      if (ageSeconds > Math.min(maxAgeSeconds, oldestSeconds)) return null;
      kept.delete(key);
      kept.set(key, found);
      return { ...found.answer, ageSeconds };
    },
    keep: (key, answer) => {
      drop(key);
      // A slice of a larger buffer would keep all of it alive.
      const body = Buffer.from(answer.body);
      const bytes = body.length + key.length + OVERHEAD;
      if (bytes > maxBytes / 4) return;
      kept.set(key, { answer: { ...answer, body }, bytes });
      total += bytes;
      for (const oldest of kept.keys()) {
        if (total <= maxBytes) break;
        drop(oldest);
      }
    },
  };
}
