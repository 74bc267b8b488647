import { BATCH_GAS, CPU, MEMORY, NONE, ONCE, P99, RATE, SINGLE_GAS, type Wanted } from "./aims";
import type { SideResult, Stage } from "./measure";
import { type Kind, type Mode, SIDES, type SideName } from "./types";

type Value = number | null;
/** One line of the table: a figure of every side, ours against theirs, and what it should be. */
export type Row = {
  what: string;
  values: Partial<Record<SideName, Value>>;
  digits: number;
  /** Ours as a multiple of theirs. */
  ratios: Partial<Record<SideName, number>>;
  aim?: { text: string; met: boolean | null };
};
type Draft = { what: string; digits: number; read: (side: SideResult) => Value; wanted?: Wanted | undefined };
type Chain = NonNullable<Stage["chain"]>;

/** Everything that was measured in one mode, line by line. */
export function rowsOf(mode: Mode, results: SideResult[]): Row[] {
  const sides = results.filter((r) => r.mode === mode);
  const levels = new Set(sides.flatMap(({ stages }) => stages.filter((s) => s.kind === "paid").map((s) => s.concurrent)));
  const drafts = [...(mode === "automine" ? unpaidDrafts : []), ...[...levels].flatMap((n) => levelDrafts(mode, n)), ...moneyDrafts(mode)];
  return drafts.map((draft) => finish(draft, sides));
}

const unpaidDrafts: Draft[] = [
  { what: "bare route, calls/s", digits: 0, read: (side) => find(side, "bare")?.perSecond ?? null },
  { what: "unpaid 402, calls/s", digits: 0, read: (side) => find(side, "unpaid")?.perSecond ?? null },
];

function levelDrafts(mode: Mode, concurrent: number): Draft[] {
  const of = (read: (stage: Stage) => Value) => (side: SideResult) => {
    const stage = find(side, "paid", concurrent);
    return stage ? read(stage) : null;
  };
  const name = `${concurrent.toLocaleString("en")} at once: paid calls/s`;
  return [
    { what: name, digits: 1, read: of((s) => s.perSecond), wanted: RATE[mode][concurrent] },
    { what: "    p50 ms", digits: 0, read: of((s) => s.p50) },
    { what: "    p95 ms", digits: 0, read: of((s) => s.p95) },
    { what: "    p99 ms", digits: 0, read: of((s) => s.p99), wanted: P99[mode][concurrent] },
    { what: "    CPU ms a call", digits: 2, read: of((s) => s.cpu?.serving ?? null), wanted: CPU[mode][concurrent] },
    { what: "    gas a payment", digits: 0, read: of((s) => s.chain?.gasEach ?? null) },
    { what: "    payments a transaction", digits: 0, read: of((s) => (s.chain ? s.chain.payments / s.chain.transactions : null)) },
  ];
}

function moneyDrafts(mode: Mode): Draft[] {
  const copies: Draft = { what: "runs for 50 copies", digits: 0, read: ({ copies }) => copies?.runs ?? null, wanted: ONCE };
  return [
    { what: "gas, 100 and more in a batch", digits: 0, read: highest((c) => c.gasInBigBatch), wanted: BATCH_GAS },
    { what: "gas, a payment by itself", digits: 0, read: highest((c) => c.gasAlone), wanted: SINGLE_GAS },
    { what: "other answers, all stages", digits: 0, read: ({ stages }) => stages.reduce((sum, s) => sum + s.errors, 0), wanted: NONE },
    { what: "served, but not paid", digits: 0, read: ({ books }) => books.servedUnpaid, wanted: NONE },
    { what: "paid, but not served", digits: 0, read: ({ books }) => books.paidUnserved, wanted: NONE },
    { what: "received minus served", digits: 0, read: ({ books }) => books.received - books.answered, wanted: NONE },
    ...(mode === "automine" ? [copies] : []),
    { what: "server's memory, peak MB", digits: 0, read: ({ peakMb }) => peakMb.server, wanted: MEMORY },
  ];
}

function find({ stages }: SideResult, kind: Kind, concurrent?: number): Stage | undefined {
  return stages.find((s) => s.kind === kind && (concurrent === undefined || s.concurrent === concurrent));
}

/** The highest of all stages: an aim that is an upper limit holds for each of them. */
function highest(read: (chain: Chain) => Value) {
  return ({ stages }: SideResult): Value => {
    const known = stages.map((s) => (s.chain ? read(s.chain) : null)).filter((n) => n !== null);
    return known.length > 0 ? Math.max(...known) : null;
  };
}

function finish({ what, digits, read, wanted }: Draft, sides: SideResult[]): Row {
  const values: Row["values"] = Object.fromEntries(sides.map((side) => [side.side, read(side)]));
  const ours = values.coinslot ?? null;
  const theirs = SIDES.flatMap((side): [SideName, number][] => {
    const value = values[side];
    return side === "coinslot" || typeof value !== "number" ? [] : [[side, value]];
  });
  const comparable = theirs.filter(([, value]) => value > 0);
  const ratios = ours === null ? {} : Object.fromEntries(comparable.map(([side, value]) => [side, ours / value]));
  const figures = theirs.map(([, value]) => value);
  const aim = wanted ? { text: wanted.text, met: ours === null ? null : wanted.holds(ours, figures) } : null;
  return { what, values, digits, ratios, ...(aim ? { aim } : {}) };
}
