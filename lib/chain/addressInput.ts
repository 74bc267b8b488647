import { isAddress } from "viem";
import { z } from "zod";

const SHAPE = /^0x[0-9a-fA-F]{40}$/;

/** An address as people give it: any case, or with a checksum that then has to fit. Names are not looked up. */
export function addressInput(what: string) {
  return z
    .string()
    .trim()
    .regex(SHAPE, { error: ({ input }) => misshapen(String(input)) })
    .refine(checksumFits, "The checksum of this address does not fit: a character is wrong, or its case is. Copy it again.")
    .describe(what);
}

function misshapen(text: string): string {
  if (/^[^\s.]+(\.[^\s.]+)+$/.test(text))
    return "Names are not looked up here. Give the address that the name stands for: 0x and 40 hexadecimal characters.";
  if (/^0x[0-9a-fA-F]{64}$/.test(text))
    return "That is 32 bytes, as a transaction's hash or a key has. An address is 0x and 40 hexadecimal characters.";
  if (/^[0-9a-fA-F]{40}$/.test(text)) return "An address begins with 0x.";
  return "An address is 0x and 40 hexadecimal characters.";
}

/** All in one case carries no checksum; mixed case is one (EIP-55). */
function checksumFits(text: string): boolean {
  const digits = text.slice(2);
  if (digits === digits.toLowerCase() || digits === digits.toUpperCase()) return true;
  return isAddress(text, { strict: true });
}
