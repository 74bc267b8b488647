import { type Hex, hexToNumber, size, slice } from "viem";

const MOST = 100;

/** Code without what compilers append about its making: those bytes are no instructions, and look like some. */
export function ownCode(code: Hex): Hex {
  if (size(code) < 4) return code;
  const length = hexToNumber(slice(code, -2)) + 2;
  if (length > MOST || length >= size(code)) return code;
  // A map of one to four entries, in CBOR.
  return /^0xa[1-4]/.test(slice(code, -length)) ? slice(code, 0, -length) : code;
}
