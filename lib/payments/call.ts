import type { Tool } from "@/lib/tools/define";
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

/** What is enough to hold a payment against its payer's money: whoever it is claimed for. */
export type ClaimedCall = Pick<PaidCall, "id" | "payment">;

/** How long each step took, for the `Server-Timing` header. */
export type Timing = { marks: [string, number][]; last: number };

export function newCall(terms: Challenge, facts: RequestFacts, payment: Payment, input: unknown): PaidCall {
  const path = pathOf(terms.tool);
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

/** What a payment is bound to, whatever name of the host or proxy it came by. */
export function pathOf({ definition, shape }: Pick<Tool, "definition" | "shape">): string {
  return shape ? `/api/v1/g/${definition.slug}` : `/api/v1/${definition.slug}`;
}

/** What copies of a payment have in common. */
export function authorizationOf({ payment }: Pick<PaidCall, "payment">): string {
  return `${payment.authorization.from} ${payment.authorization.nonce}`;
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
