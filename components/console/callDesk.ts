import type { CallTarget } from "@/lib/discovery/callRequest";
import type { CallRecord, CallState, Phase } from "./callTypes";

/** Where one call is written down as it happens. After `stopped` nothing of it is heard any more. */
export type CallDesk = {
  target: CallTarget;
  stopped: () => boolean;
  update: (change: (was: CallState) => CallState) => void;
  /** The call is over and its money, if any, has moved. */
  ended: () => void;
};

/** Moves the call on to a phase, with what is new. */
export function step(desk: CallDesk, phase: Phase, change: Partial<CallRecord> = {}): void {
  if (desk.stopped()) return;
  desk.update((was) => (was.record ? { phase, record: { ...was.record, ...change } } : was));
}

export function newRecord(input: Record<string, unknown>, startedAt: number): CallRecord {
  return { input, startedAt, quote: null, sign: null, paid: null, payment: null, refusal: null, endedAt: null };
}
