import { type Counts, type FigureKey, figureText, figureValue } from "./figures";

export type SeriesPoint = Counts & { at: Date };
export type Step = "hour" | "day";

export type ChartRow = {
  at: number;
  /** Steps that are over. */
  done: number | null;
  /** From the last of them to the step that is not over yet. */
  open: number | null;
  before: number | null;
  text: string;
  calls: string;
  day: string;
  beforeText: string | null;
  beforeDay: string | null;
};

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** "25 Oct" or "09:00", in UTC. */
export function stepLabel(at: Date, step: Step): string {
  return step === "day" ? `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]}` : at.toISOString().slice(11, 16);
}

/** "Fri 13 Nov" or "Fri 13 Nov, 09:00". */
export function stepName(at: Date, step: Step): string {
  const day = `${WEEKDAYS[at.getUTCDay()]} ${stepLabel(at, "day")}`;
  return step === "day" ? day : `${day}, ${stepLabel(at, "hour")}`;
}

/** "25 Oct to 21 Nov". */
export function periodName(series: readonly SeriesPoint[], step: Step): string {
  const [first, last] = [series[0], series.at(-1)];
  if (!first || !last) return "";
  const name = step === "day" ? stepLabel : stepName;
  return `${name(first.at, step)} to ${name(last.at, step)}`;
}

/** One row a step. The last step of `now` is under way and drawn apart from the others. */
export function chartRows(key: FigureKey, now: readonly SeriesPoint[], before: readonly SeriesPoint[] | null, step: Step): ChartRow[] {
  const last = now.length - 1;
  return now.map((point, index) => {
    const value = figureValue(key, point);
    const old = before?.[index];
    return {
      at: point.at.getTime(),
      done: index < last ? value : null,
      open: index >= last - 1 ? value : null,
      before: old ? figureValue(key, old) : null,
      text: figureText(key, point),
      calls: `${point.paidCalls.toLocaleString("en")} ${point.paidCalls === 1 ? "call" : "calls"}`,
      day: index === last ? `${stepName(point.at, step)}, so far` : stepName(point.at, step),
      beforeText: old ? figureText(key, old) : null,
      beforeDay: old ? stepName(old.at, step) : null,
    };
  });
}

/** Round numbers from 0 up to at least `max`, four steps or less; whole ones for things that are counted. */
export function niceTicks(max: number, whole: boolean): number[] {
  if (max <= 0) return whole ? [0, 1] : [0, 0.01];
  const raw = max / 4;
  const unit = 10 ** Math.floor(Math.log10(raw));
  const fit = [1, 2, 2.5, 5, 10].find((m) => m * unit >= raw * (1 - 1e-9)) ?? 10;
  const step = whole ? Math.max(1, Math.ceil(fit * unit)) : fit * unit;
  const count = Math.max(1, Math.ceil(max / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}

/** The axis of a figure. A share is shown against all of it, and closer when it never left the top fifth. */
export function valueTicks(key: FigureKey, rows: readonly ChartRow[]): number[] {
  const values = rows.flatMap((r) => [r.done, r.open, r.before]).filter((v) => v !== null);
  if (key === "answered") return Math.min(100, ...values) < 80 ? [0, 25, 50, 75, 100] : [80, 85, 90, 95, 100];
  const [lowest, highest] = [Math.min(0, ...values), Math.max(0, ...values)];
  const ticks = niceTicks(Math.max(highest, -lowest), key === "calls");
  if (lowest === 0) return ticks;
  // More was given back than came in: as many steps below zero as it takes.
  const below = ticks.filter((tick) => tick > 0 && tick < -lowest * (1 + 1e-9) + (ticks[1] ?? 1)).map((tick) => -tick);
  return [...below.reverse(), ...ticks.filter((tick) => tick < highest + (ticks[1] ?? 1))];
}

/** The axis in words; all with as many decimals as the finest of them needs. */
export function tickTexts(key: FigureKey, ticks: readonly number[]): string[] {
  const decimals = Math.max(0, ...ticks.map((t) => String(t).split(".")[1]?.length ?? 0));
  return ticks.map((tick) => {
    if (key === "answered") return `${tick} %`;
    const text = tick === 0 ? "0" : tick.toLocaleString("en", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    return key === "calls" ? text : `${tick < 0 ? "−" : ""}$${text.replace("-", "")}`;
  });
}

/** About five steps with a label, the first and the last among them. */
export function labelledSteps(rows: readonly ChartRow[]): number[] {
  const every = Math.max(1, Math.round((rows.length - 1) / 4));
  const chosen = rows.filter((_, i) => i % every === 0 && i <= rows.length - 1 - every / 2);
  return [...chosen, ...rows.slice(-1)].map((r) => r.at);
}
