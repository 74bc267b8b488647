import type { Address, Hex } from "viem";
import type { StoredAuthorization } from "@/db/schema/payments";
import type { Authorization } from "@/lib/payments/types";
import type { SettlementItem } from "./types";

/** A ledger row as the queue takes it. */
export function toItem(row: { id: string; authorization: StoredAuthorization; signature: string }): SettlementItem {
  const a = row.authorization;
  return {
    id: row.id,
    signature: row.signature as Hex,
    authorization: {
      from: a.from as Address,
      to: a.to as Address,
      value: BigInt(a.value),
      validAfter: BigInt(a.validAfter),
      validBefore: BigInt(a.validBefore),
      nonce: a.nonce as Hex,
    },
  };
}

/** The signed authorization as the ledger keeps it: decimal text, since JSON has no bigint. */
export function toStored(a: Authorization): StoredAuthorization {
  return {
    from: a.from,
    to: a.to,
    value: a.value.toString(),
    validAfter: a.validAfter.toString(),
    validBefore: a.validBefore.toString(),
    nonce: a.nonce,
  };
}

const MAX_INT8 = (1n << 63n) - 1n;

/** Some clients sign for ever; the ledger's column holds 64 bits, the authorization itself is kept whole. */
export function toInt8(seconds: bigint): bigint {
  return seconds < MAX_INT8 ? seconds : MAX_INT8;
}
