import "server-only";
import { checkFunds } from "@/lib/payments/funds";
import type { ReasonCode } from "@/lib/payments/reasons";
import { verify } from "@/lib/payments/verify";
import type { FacilitatorRequest } from "./read";

/** Seconds that a settlement may take from here. */
const SETTLE_SECONDS = 6;

/** The reason to refuse this payment, or null when it can be settled now. */
export async function checkPayment({ payment, requirements }: FacilitatorRequest): Promise<ReasonCode | null> {
  const verified = await verify(payment, requirements, SETTLE_SECONDS, new Date());
  if (!verified.ok) return verified.reason;
  const funds = await checkFunds(payment, requirements);
  return funds.ok ? null : funds.reason;
}
