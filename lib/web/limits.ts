/** What a request may take when its asker says nothing, and the most that it may ask for. */
export const WEB_LIMITS = {
  timeoutMs: { usual: 8_000, most: 20_000 },
  maxBytes: { usual: 2 * 1024 * 1024, most: 10 * 1024 * 1024 },
  maxRedirects: { usual: 5, most: 20 },
  patienceMs: { usual: 0, most: 10_000 },
} as const;

type Limit = { usual: number; most: number };

export function within(asked: number | undefined, { usual, most }: Limit): number {
  return Math.max(0, Math.min(most, asked ?? usual));
}
