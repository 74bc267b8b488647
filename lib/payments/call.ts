import type { Challenge } from "./challenge";
import { fingerprint } from "./fingerprint";
import { newPaymentId } from "./id";
import type { Payment, RequestFacts } from "./types";

/** One paid call on its way through the pipeline. */
export type PaidCall = {
  id: string;
  terms: Challenge;
  facts: RequestFacts;
  payment: Payment;
  input: unknown;
  fingerprint: string;
  timing: Timing;
};

/** How long each step took, for the `Server-Timing` header. */
export type Timing = { marks: [string, number][]; last: number };

export function newCall(terms: Challenge, facts: RequestFacts, payment: Payment, input: unknown): PaidCall {
  const path = `/api/v1/${terms.tool.definition.slug}`;
  return {
    id: newPaymentId(),
    terms,
    facts,
    payment,
    input,
    fingerprint: fingerprint(facts.method, path, input),
    timing: { marks: [], last: performance.now() },
  };
}

/** Notes that the step which began at the last mark is over. */
export function mark(call: PaidCall, step: string): void {
  const now = performance.now();
  call.timing.marks.push([step, now - call.timing.last]);
  call.timing.last = now;
}

export function serverTiming(call: PaidCall): string {
  return call.timing.marks.map(([step, ms]) => `${step};dur=${ms.toFixed(1)}`).join(", ");
}
