import { cleanText } from "../cleanText";
import { parseUsdc } from "../money";
import type { Fault } from "./types";

/** Longer than any amount that fits into 256 bits. */
const LONGEST = 78;

export type AmountRead = { amount: string | null; atomic: string | null; fault: Fault | null };

/** An amount as the protocol wants it is a whole number of atomic units, as text. Anything else is named, with what to write instead. */
export function readAmount(value: unknown, field: string): AmountRead {
  if (value === undefined || value === null) {
    return { amount: null, atomic: null, fault: { field, message: "There is no amount.", mend: `Add "${field}": "5000" for $0.005.` } };
  }
  const amount = typeof value === "string" ? value : typeof value === "number" ? String(value) : JSON.stringify(value);
  const shown = cleanText(amount, 60);
  const wrong = (message: string, mend: string): AmountRead => ({ amount: shown, atomic: null, fault: { field, message, mend } });
  if (typeof value === "string" && /^\d+$/.test(value) && value.length <= LONGEST) {
    const atomic = BigInt(value).toString();
    if (atomic !== "0") return { amount: shown, atomic, fault: null };
    return {
      amount: shown,
      atomic,
      fault: { field, message: "It asks for nothing.", mend: "Ask for at least the smallest unit, or take the 402 away." },
    };
  }
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) {
    return wrong(`It is the number ${shown}.`, `Write it in quotes: "${value}".`);
  }
  const atomic = atomicOf(amount);
  if (atomic !== null) return wrong(`It says ${shown}.`, `Write "${atomic}": USDC has 6 decimals.`);
  return wrong(`It says ${shown}.`, `Write a whole number of atomic units in quotes: "5000" is $0.005, USDC has 6 decimals.`);
}

/** "$0.005" and "0.005 USDC" → "5000"; null for what is no such amount. */
function atomicOf(text: string): string | null {
  const [, digits] = /^\s*\$?\s*(\d{1,30}(?:\.\d{1,6})?)\s*(?:usdc|usd)?\s*$/i.exec(text.slice(0, 60)) ?? [];
  return digits ? parseUsdc(digits).toString() : null;
}
