import { isAddressLike } from "./bytes";

export function wordOf(bytes: Uint8Array, index: number): bigint {
  return BigInt(`0x${Buffer.from(bytes.subarray(index * 32, index * 32 + 32)).toString("hex") || "0"}`);
}

/** Addresses among the bytes that a hash was made of: as whole words, or packed at either end. */
export function addressesIn(bytes: Uint8Array | undefined): bigint[] {
  if (!bytes) return [];
  const found: bigint[] = [];
  for (let i = 0; (i + 1) * 32 <= bytes.length; i++) found.push(wordOf(bytes, i));
  if (bytes.length >= 20 && bytes.length % 32 !== 0) {
    found.push(BigInt(`0x${Buffer.from(bytes.subarray(0, 20)).toString("hex")}`));
    found.push(BigInt(`0x${Buffer.from(bytes.subarray(bytes.length - 20)).toString("hex")}`));
  }
  return found.filter(isAddressLike);
}

/** A storage slot by itself, or the mapping that it belongs to: which entry a call looks at depends on its arguments. */
export function placeOf(address: bigint, slot: bigint, hashes: ReadonlyMap<bigint, Uint8Array>): string {
  const preimage = hashes.get(slot);
  return preimage?.length === 64 ? `${address}#${wordOf(preimage, 1)}` : `${address}.${slot}`;
}
