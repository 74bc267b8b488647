import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { payments } from "../schema/payments";
import { foreignSettlements, settlements } from "../schema/settlements";

/** The payments of one transaction (lower case), found by what the ledger keeps of transactions. */
export function ofTransaction(hash: string): SQL {
  return sql`${payments.transaction} = ${hash} and ${payments.id} = any(array(
    select unnest(${settlements.paymentIds}) from ${settlements} where ${settlements.hash} = ${hash}
    union all select ${foreignSettlements.paymentId} from ${foreignSettlements} where ${foreignSettlements.transaction} = ${hash}))`;
}
