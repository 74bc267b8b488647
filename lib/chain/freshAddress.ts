import { randomBytes } from "node:crypto";
import { type Address, toHex } from "viem";

/** An address that nothing on the chain can know; nobody signs for it, so it needs no key. */
export function freshAddress(): Address {
  return toHex(randomBytes(20));
}
