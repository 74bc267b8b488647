import type { Address, Hex } from "viem";
import type { OpenPayment } from "@/db/queries/open";
import type { SettlementItem } from "./types";

/** A ledger row as the queue takes it; its answer is in the ledger already. */
export function toItem(row: OpenPayment): SettlementItem {
  return {
    id: row.id,
    signature: row.signature as Hex,
    authorization: {
      from: row.payer as Address,
      to: row.payTo as Address,
      value: row.amount,
      validAfter: row.validAfter,
      validBefore: row.validBefore,
      nonce: row.nonce as Hex,
    },
  };
}
