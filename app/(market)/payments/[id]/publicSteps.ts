import { type PaymentStep, paymentSteps } from "@/components/dashboard/paymentSteps";
import type { PublicPayment } from "@/db/queries/payments";
import type { TimelineEvent } from "@/db/queries/timeline";
import { ERRORS } from "@/lib/errors";
import { isReason, REASONS } from "@/lib/payments/reasons";
import { findDefinition } from "@/lib/tools/catalog";

const date = (iso: string | null) => (iso ? new Date(iso) : null);

/** The steps as anybody may read them. */
export function publicSteps(payment: PublicPayment, log: readonly TimelineEvent[]): PaymentStep[] {
  const { times } = payment;
  const claimedAt = new Date(times.claimed ?? times.received ?? 0);
  const row = {
    ...payment,
    reasonMessage: publicReason(payment),
    blockNumber: payment.block === null ? null : BigInt(payment.block),
    gasUsed: payment.gasUsed === null ? null : BigInt(payment.gasUsed),
    gasFee: payment.gasFee === null ? null : BigInt(payment.gasFee),
    receivedAt: date(times.received) ?? claimedAt,
    claimedAt,
    answeredAt: date(times.answered),
    submittedAt: date(times.submitted),
    closedAt: date(times.closed),
  };
  return paymentSteps(row, log);
}

/** A tool's own sentence may repeat what was asked. Here only what its reason means in general is told. */
export function publicReason({ tool, reason }: Pick<PublicPayment, "tool" | "reason">): string | null {
  if (!reason) return null;
  const fault = findDefinition(tool)?.faults.find((f) => f.reason === reason);
  if (fault) return fault.what;
  if (isReason(reason)) return REASONS[reason].message;
  return Object.hasOwn(ERRORS, reason) ? ERRORS[reason as keyof typeof ERRORS].title : null;
}
