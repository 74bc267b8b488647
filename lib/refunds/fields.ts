import { z } from "zod";
import { cleanText } from "@/lib/cleanText";

/** Atomic units, decimal text. */
export const atomicText = z
  .string()
  .regex(/^[1-9]\d{0,17}$/, "must be atomic units of USDC as decimal text, above zero")
  .transform((text) => BigInt(text));

/** Bytes in hexadecimal; a smart wallet's signature has some kilobytes at the most. */
export const hexBytes = z
  .string()
  .max(8_192)
  .regex(/^0x(?:[0-9a-fA-F]{2})+$/, "must be 0x and hexadecimal bytes")
  .transform((text) => text as `0x${string}`);

/** A person's own words: one line, cleaned, no longer than `most`; what is longer is refused, not cut. */
export const ownWords = (most: number) =>
  z
    .string()
    .max(most, `must have at most ${most} characters`)
    .transform((text) => cleanText(text, most));
