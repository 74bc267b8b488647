import { formatUsd } from "@/lib/money";

export const FIGURES = {
  revenue: { label: "Net revenue", chart: "settled USDC after refunds" },
  calls: { label: "Paid calls", chart: "settled payments" },
  answered: { label: "Answered", chart: "of the payments with an outcome, the share that settled" },
  refunds: { label: "Refunds", chart: "USDC given back" },
} as const;

export type FigureKey = keyof typeof FIGURES;
export const FIGURE_KEYS = Object.keys(FIGURES) as FigureKey[];

/** The ledger's counts of one period or one step of it. Money is atomic; what was given back counts when it settled. */
export type Counts = { revenue: bigint; refunded: bigint; paidCalls: number; closed: number };

const net = (counts: Counts) => counts.revenue - counts.refunded;

/** The same as a number to draw; null where there is nothing to draw. Sums of money are drawn in USDC. */
export function figureValue(key: FigureKey, counts: Counts): number | null {
  if (key === "revenue") return Number(net(counts)) / 1e6;
  if (key === "refunds") return Number(counts.refunded) / 1e6;
  if (key === "calls") return counts.paidCalls;
  return counts.closed === 0 ? null : (counts.paidCalls / counts.closed) * 100;
}

/** The same for people: exact for money, "–" for a share of nothing. */
export function figureText(key: FigureKey, counts: Counts): string {
  if (key === "revenue") return formatUsd(net(counts), 2).replace("-", "−");
  if (key === "refunds") return formatUsd(counts.refunded, 2);
  const value = figureValue(key, counts);
  if (value === null) return "–";
  return key === "answered" ? `${share(value)} %` : value.toLocaleString("en");
}

/** 99.96 is not 100: a share is rounded down to a tenth. */
function share(percent: number): string {
  return percent === 100 ? "100" : (Math.floor(percent * 10 + 1e-9) / 10).toFixed(1);
}

export type Change = { by: string; words: string };

/** How a figure moved since the period before; null where there is nothing to compare with. Refunds are told as a share of the revenue. */
export function figureChange(key: FigureKey, now: Counts, before: Counts | null): Change | null {
  if (key === "refunds") return refundShare(now, before);
  if (!before) return null;
  const [a, b] = [figureValue(key, now), figureValue(key, before)];
  if (a === null || b === null || b <= 0) return null;
  const by = key === "answered" ? `${signed(a - b)} pt` : `${signed((a / b - 1) * 100)} %`;
  return { by, words: `from ${figureText(key, before)}` };
}

function refundShare(now: Counts, before: Counts | null): Change | null {
  const [a, b] = [ofRevenue(now), before && ofRevenue(before)];
  return a === null ? null : { by: a, words: b === null ? "of revenue" : `of revenue, was ${b}` };
}

/** In hundredths of a percent, rounded up: what was given back is never nothing. */
function ofRevenue({ refunded, revenue }: Counts): string | null {
  if (revenue === 0n) return null;
  const hundredths = (refunded * 10_000n + revenue - 1n) / revenue;
  return `${(Number(hundredths) / 100).toLocaleString("en", { maximumFractionDigits: 2 })} %`;
}

function signed(value: number): string {
  const text = Math.abs(value) >= 1000 ? Math.round(Math.abs(value)).toLocaleString("en") : Math.abs(value).toFixed(1);
  if (Number(text) === 0) return "±0";
  return `${value < 0 ? "−" : "+"}${text}`;
}
