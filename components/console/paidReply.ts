import type { PaidReply } from "./callTypes";
import { decodeWireHeader } from "./wireHeader";

type Reply = Pick<PaidReply, "status" | "receipt">;

/** The answer is there and its payment is settled, whatever status a seller's API gave it. */
export function isPaid({ status, receipt }: Reply): boolean {
  return status === 200 || (receipt !== null && decodeWireHeader(receipt)?.success === true);
}

/** Nobody can tell yet whether the payment went through. */
export function isOpen(reply: Reply): boolean {
  return reply.status === 202 && !isPaid(reply);
}
