import { randomBytes } from "node:crypto";

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const RANDOM = 14;

/** `pay_`, 8 letters of the time in ms, and 14 random ones: 83 bits, so that nobody finds a receipt by trying. */
export function newPaymentId(): string {
  return idOfTime(Date.now()) + randomText();
}

/** The beginning of the ids that are made at this time, in ms since 1970: what is smaller is older. */
export function idOfTime(ms: number): string {
  return `pay_${ofTime(ms)}`;
}

/** In order of time, so that new rows stand together in the ledger's indexes. The digits sort as ASCII does. */
function ofTime(ms: number): string {
  let text = "";
  for (let rest = ms; text.length < 8; rest = Math.floor(rest / 62)) text = (BASE62[rest % 62] ?? "0") + text;
  return text;
}

function randomText(): string {
  let text = "";
  while (text.length < RANDOM) {
    for (const byte of randomBytes(RANDOM + 6)) {
      const digit = BASE62[byte >> 2];
      if (digit !== undefined && text.length < RANDOM) text += digit;
    }
  }
  return text;
}
