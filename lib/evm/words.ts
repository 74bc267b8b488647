export const MAX_WORD = (1n << 256n) - 1n;
export const MASK_160 = (1n << 160n) - 1n;
const MAX_64 = 0xffff_ffff_ffff_ffffn;
/** More than any memory or data can hold; sums of a few of these stay exact. */
const HUGE = 2 ** 40;

/** A word as an offset or a length. */
export function toNumber(word: bigint): number {
  return word > 0xffff_ffffn ? HUGE : Number(word);
}

export function readWord(view: DataView, at: number): bigint {
  return (
    (view.getBigUint64(at) << 192n) | (view.getBigUint64(at + 8) << 128n) | (view.getBigUint64(at + 16) << 64n) | view.getBigUint64(at + 24)
  );
}

/** Most words are small, and shifting costs more than looking. */
export function writeWord(view: DataView, at: number, word: bigint): void {
  if (word <= MAX_64) {
    view.setBigUint64(at, 0n);
    view.setBigUint64(at + 8, 0n);
    view.setBigUint64(at + 16, 0n);
    view.setBigUint64(at + 24, word);
    return;
  }
  const high = word >> 128n;
  if (high === 0n) {
    view.setBigUint64(at, 0n);
    view.setBigUint64(at + 8, 0n);
  } else {
    view.setBigUint64(at, high >> 64n);
    view.setBigUint64(at + 8, high);
  }
  view.setBigUint64(at + 16, word >> 64n);
  view.setBigUint64(at + 24, word);
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const scratch = new Uint8Array(32);
const scratchView = viewOf(scratch);

/** 32 bytes from anywhere in `bytes`, zeros beyond its end. */
export function wordAt(bytes: Uint8Array, at: number): bigint {
  if (at >= bytes.length) return 0n;
  scratch.fill(0);
  scratch.set(bytes.subarray(at, at + 32));
  return readWord(scratchView, 0);
}

export function bytesToWord(bytes: Uint8Array): bigint {
  scratch.fill(0);
  scratch.set(bytes, 32 - bytes.length);
  return readWord(scratchView, 0);
}

export function wordToBytes(word: bigint): Uint8Array {
  const bytes = new Uint8Array(32);
  writeWord(viewOf(bytes), 0, word);
  return bytes;
}

export function addressToBytes(address: bigint): Uint8Array {
  return wordToBytes(address).subarray(12);
}
