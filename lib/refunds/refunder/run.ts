import "server-only";
import { takeLease } from "@/db/queries/leases";
import { sendNext } from "./send";
import { tend } from "./tend";
import { type Refunder, senderOf } from "./types";

const LEASE_SECONDS = 30;
/** So many at the most before the lease is looked at again. */
const IN_A_ROW = 5;

/**
 * One turn of the refunder: strictly one transaction after the other, and one process at a time. The lease only keeps
 * processes out of each other's way; that nothing is sent twice is held by the ledger: a refund has one nonce for ever, and
 * a nonce one refund.
 */
export async function runRefunder(refunder: Refunder, holder: string): Promise<void> {
  const { sql, network } = refunder;
  for (let turn = 0; ; turn += 1) {
    if (turn % IN_A_ROW === 0 && !(await takeLease(sql, `refunder ${network} ${senderOf(refunder)}`, holder, LEASE_SECONDS))) return;
    if (!(await tend(refunder)) || !(await sendNext(refunder))) return;
  }
}
