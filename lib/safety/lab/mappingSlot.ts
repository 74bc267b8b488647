import { keccak } from "@/lib/crypto/keccak";
import { putWord } from "./bytes";

/** Where a mapping at `base` keeps what belongs to `key`, as Solidity lays it out. */
export function mappingSlot(key: bigint, base: bigint): bigint {
  const bytes = new Uint8Array(64);
  putWord(bytes, 0, key);
  putWord(bytes, 32, base);
  return BigInt(`0x${keccak(bytes).toString("hex")}`);
}
