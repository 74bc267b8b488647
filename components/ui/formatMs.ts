/** 0.4 → "0.4 ms", 391.2 → "391 ms", 2840 → "2.84 s", 24000 → "24 s". */
export function formatMs(ms: number): string {
  if (ms < 9.95) return `${Number(ms.toFixed(1))} ms`;
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 9950) return `${(ms / 1000).toFixed(2)} s`;
  return `${Math.round(ms / 1000).toLocaleString("en")} s`;
}

/** Milliseconds with a thousands' comma, for columns that must stay in one unit: "2,846 ms". */
export function plainMs(ms: number): string {
  return `${Math.round(ms).toLocaleString("en")} ms`;
}
