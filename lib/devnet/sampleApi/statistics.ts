export type Statistics = { count: number; sum: number; mean: number; median: number; least: number; most: number; deviation: number };

/** Of at least one number. `deviation`: of the whole population. */
export function statistics(numbers: readonly number[]): Statistics {
  const sorted = [...numbers].sort((a, b) => a - b);
  const count = sorted.length;
  const sum = sorted.reduce((total, value) => total + value, 0);
  const mean = sum / count;
  const middle = (sorted[Math.floor((count - 1) / 2)] ?? 0) + (sorted[Math.floor(count / 2)] ?? 0);
  const variance = sorted.reduce((total, value) => total + (value - mean) ** 2, 0) / count;
  return { count, sum, mean, median: middle / 2, least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0, deviation: Math.sqrt(variance) };
}
