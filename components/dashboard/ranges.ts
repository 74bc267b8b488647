/** The ranges that the overview knows. Days are UTC days; today is the last of them, and not over yet. */
export const RANGES = {
  "24h": { label: "24 hours", before: "24 hours before", step: "hour", steps: 24 },
  "7d": { label: "7 days", before: "7 days before", step: "day", steps: 7 },
  "28d": { label: "28 days", before: "28 days before", step: "day", steps: 28 },
  "90d": { label: "90 days", before: "90 days before", step: "day", steps: 90 },
} as const;

export type RangeKey = keyof typeof RANGES;
export const DEFAULT_RANGE: RangeKey = "28d";

export const STEP_MS = { hour: 3_600_000, day: 86_400_000 } as const;

export type Range = {
  key: RangeKey;
  step: "hour" | "day";
  /** From the start of the first step to now. */
  now: { from: Date; to: Date };
  /** The period before, up to the same time of its last step: like is compared with like. */
  before: { from: Date; to: Date };
  /** The period before in whole steps, for the chart. */
  beforeWhole: { from: Date; to: Date };
};

export function isRange(value: unknown): value is RangeKey {
  return typeof value === "string" && Object.hasOwn(RANGES, value);
}

export function rangeOf(key: RangeKey, now: Date): Range {
  const { step, steps } = RANGES[key];
  const width = STEP_MS[step];
  const from = Math.floor(now.getTime() / width) * width - (steps - 1) * width;
  const shift = steps * width;
  return {
    key,
    step,
    now: { from: new Date(from), to: now },
    before: { from: new Date(from - shift), to: new Date(now.getTime() - shift) },
    beforeWhole: { from: new Date(from - shift), to: new Date(from) },
  };
}
