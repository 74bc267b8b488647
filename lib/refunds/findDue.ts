import "server-only";
import type postgres from "postgres";
import { dropCovered, recordOwed } from "@/db/queries/owedRefunds";
import { log } from "@/lib/log";
import { chainNow } from "./chainNow";
import { newIdOf } from "./ids";
import { REFUND_RULES } from "./rules";

const AT_ONCE = 100;

/** Notes what is due by a rule: owed from here on, and sent once the seller's allowance is enough. Safe to run anywhere, any number of times. */
export async function findDue(sql: postgres.Sql): Promise<void> {
  for (const { rule, reason, due } of REFUND_RULES) {
    const ids = await due(sql, AT_ONCE);
    if (ids.length === 0) continue;
    const now = await chainNow();
    for (const paymentId of ids) {
      const id = await recordOwed(sql, { id: newIdOf("ref"), paymentId, kind: "automatic", rule, reason }, now);
      if (id) log("info", "refund_due", { refund: id, payment: paymentId, rule });
    }
  }
  await dropCovered(sql);
}
