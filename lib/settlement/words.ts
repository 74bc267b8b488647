/** ABI words by hand: what viem's general encoder takes a millisecond for, on every payment of every batch. Hex without 0x. */
export function uintWord(value: bigint | number): string {
  return value.toString(16).padStart(64, "0");
}

export function addressWord(address: string): string {
  return address.slice(2).toLowerCase().padStart(64, "0");
}

/** Bytes behind their length, filled up to whole words. */
export function bytesWords(hex: string): string {
  const bytes = hex.length / 2;
  return uintWord(bytes) + hex.padEnd(Math.ceil(bytes / 32) * 64, "0");
}
