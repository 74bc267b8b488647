import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { payments } from "../schema/payments";
import { foreignSettlements, settlements } from "../schema/settlements";

/** The payments of one transaction (lower case), found by what the ledger keeps of transactions. */
export function ofTransaction(hash: string): SQL {
  return byTransaction((column) => sql`${column} = ${hash}`);
}

/** The same for all transactions that a condition takes; it is made for each column that holds one. */
export function byTransaction(fits: (column: PgColumn) => SQL): SQL {
  return sql`(${fits(payments.transaction)} and ${payments.id} = any(array(
    select unnest(${settlements.paymentIds}) from ${settlements} where ${fits(settlements.hash)}
    union all select ${foreignSettlements.paymentId} from ${foreignSettlements} where ${fits(foreignSettlements.transaction)})))`;
}
