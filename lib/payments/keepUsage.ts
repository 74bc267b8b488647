import "server-only";
import { connection } from "@/db/client";
import { recordUsage } from "@/db/queries/usages";
import type { PaidCall } from "./call";
import { ledger } from "./ledger";

/** Notes what a whole answer used of its price. Atomic, decimal text; null where the price is fixed. */
export async function keepUsage(call: PaidCall, used: bigint | null): Promise<string | null> {
  if (used === null) return null;
  const quoted = BigInt(call.terms.requirements.amount);
  const counted = used > quoted ? quoted : used;
  await ledger(() => recordUsage(connection().sql, call.id, quoted, counted));
  return counted.toString();
}
