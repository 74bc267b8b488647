import { parseUsdc } from "@/lib/money";
import { isRange, RANGES, type RangeKey, STEP_MS } from "./ranges";

/** The words of the filter, and the ledger's states behind each. */
export const STATUS_STATES = {
  settled: ["settled"],
  settling: ["claimed", "running", "answered", "queued", "submitted"],
  unknown: ["unknown"],
  "not-charged": ["released"],
  failed: ["failed"],
} as const;

export type StatusFilter = keyof typeof STATUS_STATES;
export type When = RangeKey | "all" | "dates";
export type Cursor = { at: string; id: string };

/** What the address line of a payments table says. Anything in it that makes no sense is left out. */
export type PaymentQuery = {
  search: string;
  statuses: StatusFilter[];
  tool: string | null;
  payer: string | null;
  /** Decimal USDC, as typed. */
  min: string | null;
  max: string | null;
  when: When;
  /** UTC days, both within the filter; with `when` "dates". */
  fromDay: string | null;
  toDay: string | null;
  before: Cursor | null;
  after: Cursor | null;
};

export type SearchParams = Record<string, string | string[] | undefined>;

const ADDRESS = /^0x[0-9a-f]{40}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const CURSOR = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z)_([A-Za-z0-9_-]{1,64})$/;
/** PostgreSQL's bigint. */
const MAX_ATOMIC = 2n ** 63n - 1n;

export function readPaymentQuery(params: SearchParams, defaultWhen: RangeKey | "all"): PaymentQuery {
  const one = (name: string) => {
    const value = params[name];
    return (Array.isArray(value) ? value[0] : value)?.replaceAll("\0", "").trim() || null;
  };
  const payer = one("payer")?.toLowerCase() ?? null;
  const fromDay = day(one("from"));
  const toDay = day(one("to"));
  const when = one("when");
  const dates = fromDay || toDay ? "dates" : null;
  return {
    search: (one("q") ?? "").slice(0, 100),
    statuses: [...new Set((one("status") ?? "").split(","))].filter((s): s is StatusFilter => Object.hasOwn(STATUS_STATES, s)),
    tool: one("tool")?.slice(0, 64) ?? null,
    payer: payer && ADDRESS.test(payer) ? payer : null,
    min: amount(one("min")),
    max: amount(one("max")),
    when: dates ?? (isRange(when) || when === "all" ? when : defaultWhen),
    fromDay,
    toDay,
    before: cursor(one("before")),
    after: cursor(one("after")),
  };
}

function amount(text: string | null): string | null {
  try {
    return text && parseUsdc(text) <= MAX_ATOMIC ? text : null;
  } catch {
    return null;
  }
}

function day(text: string | null): string | null {
  const date = text && DAY.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text ?? "") && date.getUTCFullYear() > 1970 ? text : null;
}

function cursor(text: string | null): Cursor | null {
  const [, at, id] = CURSOR.exec(text ?? "") ?? [];
  return at && id && isRealTime(at) ? { at, id } : null;
}

/** JavaScript rolls a 30 February over, the database refuses it. */
function isRealTime(at: string): boolean {
  const time = Date.parse(at);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 19) === at.slice(0, 19);
}

export function writeCursor({ at, id }: Cursor): string {
  return `${at}_${id}`;
}

/** The query as the ledger is asked. `now` closes a range that ends with it. */
export function paymentFilters(query: PaymentQuery, now: Date) {
  return {
    states: query.statuses.flatMap((s) => [...STATUS_STATES[s]]),
    tool: query.tool ?? undefined,
    payer: query.payer ?? undefined,
    minAmount: query.min === null ? undefined : parseUsdc(query.min),
    maxAmount: query.max === null ? undefined : parseUsdc(query.max),
    ...timeFilter(query, now),
    search: query.search || undefined,
  };
}

function timeFilter({ when, fromDay, toDay }: PaymentQuery, now: Date): { from?: Date; to?: Date } {
  if (when === "all") return {};
  if (when === "dates") {
    const from = fromDay ? { from: new Date(`${fromDay}T00:00:00Z`) } : {};
    const to = toDay ? { to: new Date(Date.parse(`${toDay}T00:00:00Z`) + STEP_MS.day) } : {};
    return { ...from, ...to };
  }
  const { step, steps } = RANGES[when];
  return { from: new Date(Math.floor(now.getTime() / STEP_MS[step]) * STEP_MS[step] - (steps - 1) * STEP_MS[step]) };
}

/** How many filters are set, beside the time that the page sets by itself. */
export function activeFilters(query: PaymentQuery, defaultWhen: When): string[] {
  return [
    ...(query.search ? ["search"] : []),
    ...(query.statuses.length > 0 ? ["status"] : []),
    ...(query.tool ? ["tool"] : []),
    ...(query.payer ? ["payer"] : []),
    ...(query.min !== null || query.max !== null ? ["amount"] : []),
    ...(query.when !== defaultWhen ? ["time"] : []),
  ];
}
