import { formatUsd } from "@/lib/money";

export const FIGURES = {
  revenue: { label: "Revenue", chart: "settled USDC" },
  calls: { label: "Paid calls", chart: "settled payments" },
  answered: { label: "Answered", chart: "of the payments with an outcome, the share that settled" },
  payers: { label: "Payers", chart: "different payers" },
} as const;

export type FigureKey = keyof typeof FIGURES;
export const FIGURE_KEYS = Object.keys(FIGURES) as FigureKey[];

/** The ledger's counts of one period or one step of it. */
export type Counts = { revenue: bigint; paidCalls: number; closed: number; payers: number };

/** The same as a number to draw; null where there is nothing to draw. Sums of money are drawn in USDC. */
export function figureValue(key: FigureKey, counts: Counts): number | null {
  if (key === "revenue") return Number(counts.revenue) / 1e6;
  if (key === "calls") return counts.paidCalls;
  if (key === "payers") return counts.payers;
  return counts.closed === 0 ? null : (counts.paidCalls / counts.closed) * 100;
}

/** The same for people: exact for money, "–" for a share of nothing. */
export function figureText(key: FigureKey, counts: Counts): string {
  if (key === "revenue") return formatUsd(counts.revenue, 2);
  const value = figureValue(key, counts);
  if (value === null) return "–";
  return key === "answered" ? `${share(value)} %` : value.toLocaleString("en");
}

/** 99.96 is not 100: a share is rounded down to a tenth. */
function share(percent: number): string {
  return percent === 100 ? "100" : (Math.floor(percent * 10 + 1e-9) / 10).toFixed(1);
}

export type Change = { by: string; from: string };

/** How a figure moved since the period before; null where there is nothing to compare with. */
export function figureChange(key: FigureKey, now: Counts, before: Counts): Change | null {
  const [a, b] = [figureValue(key, now), figureValue(key, before)];
  if (a === null || b === null || b === 0) return null;
  const by = key === "answered" ? `${signed(a - b)} pt` : `${signed((a / b - 1) * 100)} %`;
  return { by, from: figureText(key, before) };
}

function signed(value: number): string {
  const text = Math.abs(value) >= 1000 ? Math.round(Math.abs(value)).toLocaleString("en") : Math.abs(value).toFixed(1);
  if (Number(text) === 0) return "±0";
  return `${value < 0 ? "−" : "+"}${text}`;
}
