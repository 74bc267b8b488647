import "server-only";
import type postgres from "postgres";
import { overdueDisputes, recordLost, recordRefunded } from "@/db/queries/disputes";
import { log } from "@/lib/log";
import { chainNow } from "@/lib/refunds/chainNow";
import { newIdOf } from "@/lib/refunds/ids";

const AT_ONCE = 50;
const RULE = "dispute_lost";

/** What disputes come to by themselves: refunded once their refund settled, lost when nobody answered in time. */
export async function closeDisputes(sql: postgres.Sql): Promise<void> {
  await recordRefunded(sql);
  const overdue = await overdueDisputes(sql, AT_ONCE);
  if (overdue.length === 0) return;
  const now = await chainNow();
  for (const dispute of overdue) {
    const lost = await recordLost(sql, dispute, { id: newIdOf("ref"), rule: RULE, reason: RULE }, now);
    if (lost) log("info", "dispute_lost", { dispute: dispute.id, payment: dispute.paymentId });
  }
}
