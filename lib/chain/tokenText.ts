import { type Hex, hexToBytes, size } from "viem";
import { cleanText } from "@/lib/cleanText";

export type TokenText = { text: string | null; plain: boolean };

const WORD = 32;
const MAX_BYTES = 512;

/** Reads `string` or `bytes32` from a name() that may say anything; `plain` when nothing had to be changed. */
export function readTokenText(data: Hex | null, max: number): TokenText {
  if (data === null || size(data) < WORD) return { text: null, plain: false };
  const raw = rawText(hexToBytes(data));
  if (raw === null) return { text: null, plain: false };
  const text = cleanText(raw, max);
  return { text: text === "" ? null : text, plain: text !== "" && text === raw };
}

function rawText(bytes: Uint8Array): string | null {
  if (bytes.length === WORD) return decode(bytes.subarray(0, lengthUntilZero(bytes)));
  const at = smallNumber(bytes, 0);
  if (at === null || at + WORD > bytes.length) return null;
  const length = smallNumber(bytes, at);
  const start = at + WORD;
  if (length === null || start + length > bytes.length) return null;
  return decode(bytes.subarray(start, start + Math.min(length, MAX_BYTES)));
}

/** A word as a number, or null when it is larger than any answer could be. */
function smallNumber(bytes: Uint8Array, at: number): number | null {
  const word = bytes.subarray(at, at + WORD);
  if (word.length < WORD || word.subarray(0, 28).some((byte) => byte !== 0)) return null;
  return new DataView(word.buffer, word.byteOffset + 28, 4).getUint32(0);
}

function lengthUntilZero(bytes: Uint8Array): number {
  const zero = bytes.indexOf(0);
  return zero === -1 ? bytes.length : zero;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
