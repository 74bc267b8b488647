import { type Address, getAddress, type Hex, size, slice } from "viem";

/** An address out of a 32-byte word; null when the word is empty, zero or something else. */
export function addressWord(word: Hex | null): Address | null {
  if (word === null || size(word) !== 32 || !/^0x0{24}/.test(word)) return null;
  const address = slice(word, 12);
  return /^0x0+$/.test(address) ? null : getAddress(address);
}
