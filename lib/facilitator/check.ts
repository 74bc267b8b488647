import "server-only";
import { inspect } from "@/lib/payments/inspect";
import type { ReasonCode } from "@/lib/payments/reasons";
import { verify } from "@/lib/payments/verify";
import type { WalletSignature } from "@/lib/settlement/types";
import type { FacilitatorRequest } from "./read";

/** Seconds that a settlement may take from here. */
const SETTLE_SECONDS = 6;

export type Checked =
  /** `balance`: what the payer holds, atomic units. */
  { ok: true; checkedAt: number; balance: bigint; wallet?: WalletSignature | undefined } | { ok: false; reason: ReasonCode };

/** Can this payment be settled now? */
export async function checkPayment({ payment, requirements }: FacilitatorRequest): Promise<Checked> {
  const verified = await verify(payment, requirements, SETTLE_SECONDS, new Date());
  if (!verified.ok) return verified;
  const checkedAt = Date.now();
  const seen = await inspect(payment, verified.byKey);
  return seen.ok ? { ok: true, checkedAt, balance: seen.balance, wallet: seen.wallet } : seen;
}
