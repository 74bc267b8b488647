import { randomBytes } from "node:crypto";

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** `pay_` and 16 letters and digits: 95 bits, so that nobody finds a receipt by trying. */
export function newPaymentId(): string {
  let id = "pay_";
  while (id.length < 20) {
    const byte = (randomBytes(1)[0] ?? 255) >> 2;
    id += BASE62[byte] ?? "";
  }
  return id;
}
