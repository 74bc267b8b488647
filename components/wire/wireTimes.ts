import type { CallRecord } from "../console/callTypes";

/** A stretch of the bar: the machine's, to scale; yours, hatched; or the step where it ended. */
export type Stretch = { key: string; ms: number; kind: "machine" | "you" | "settle" | "bad" };

/** The measured stretches of a call, in their order. The server's own steps come from Server-Timing. */
export function wireStretches(record: CallRecord): Stretch[] {
  const { quote, sign, paid } = record;
  const { verify, run, settle } = paid?.reply?.timing ?? {};
  const noAnswer = record.refusal !== null;
  return [
    ...(quote ? [{ key: "402", ms: quote.ms, kind: "machine" as const }] : []),
    ...(sign?.ms ? [{ key: "you", ms: sign.ms, kind: "you" as const }] : []),
    ...(verify === undefined ? [] : [{ key: "verify", ms: verify, kind: "machine" as const }]),
    ...(run === undefined
      ? []
      : [{ key: "run", ms: run, kind: noAnswer && settle === undefined ? ("bad" as const) : ("machine" as const) }]),
    ...(settle === undefined ? [] : [{ key: "settle", ms: settle, kind: noAnswer ? ("bad" as const) : ("settle" as const) }]),
  ];
}

/** Milliseconds of the machine and of you. */
export function wireTotals(record: CallRecord): { machine: number; you: number } {
  const you = record.sign?.ms ?? 0;
  return { machine: (record.quote?.ms ?? 0) + (record.paid?.reply?.ms ?? 0), you };
}
