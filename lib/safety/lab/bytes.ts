import { type Address, getAddress } from "viem";

const WORD = 32;
export const LOW_160 = (1n << 160n) - 1n;
export const MAX_WORD = (1n << 256n) - 1n;

/** Four bytes of a function's name and whole words after them. */
export function calldata(selector: number, words: readonly bigint[] = []): Uint8Array {
  const data = new Uint8Array(4 + words.length * WORD);
  new DataView(data.buffer).setUint32(0, selector);
  words.forEach((word, i) => {
    putWord(data, 4 + i * WORD, word);
  });
  return data;
}

export function putWord(data: Uint8Array, at: number, word: bigint): void {
  let rest = word;
  for (let i = at + WORD - 1; i >= at && rest > 0n; i--) {
    data[i] = Number(rest & 0xffn);
    rest >>= 8n;
  }
}

/** A word of what was returned; null where it is shorter. */
export function wordAt(data: Uint8Array, index = 0): bigint | null {
  const at = index * WORD;
  if (data.length < at + WORD) return null;
  return BigInt(`0x${Buffer.from(data.buffer, data.byteOffset + at, WORD).toString("hex")}`);
}

export function selectorOf(data: Uint8Array): number {
  return data.length < 4 ? -1 : new DataView(data.buffer, data.byteOffset).getUint32(0);
}

export function selectorHex(selector: number): `0x${string}` {
  return `0x${(selector >>> 0).toString(16).padStart(8, "0")}`;
}

export function addressHex(address: bigint): Address {
  return getAddress(`0x${(address & LOW_160).toString(16).padStart(40, "0")}`);
}

/** Looks like an address and not like a number: above what amounts reach, below 160 bits. */
export function isAddressLike(word: bigint): boolean {
  return word > 1n << 96n && word <= LOW_160;
}
