import { decodeAbiParameters, type Hex, hexToBigInt, size, slice } from "viem";
import { cleanText } from "@/lib/cleanText";

const MAX = 140;
const PANICS: Record<string, string> = {
  "1": "a failed assertion",
  "17": "an arithmetic overflow",
  "18": "a division by zero",
  "50": "an index out of range",
};

/** What a revert says about itself, in one bounded line; never more than a hint, since the contract chose it. */
export function revertReason(data: Hex, message = ""): string {
  if (size(data) < 4) return cleanText(message, MAX) || "no reason given";
  const selector = slice(data, 0, 4);
  if (selector === "0x08c379a0") return `“${errorText(data)}”`;
  if (selector === "0x4e487b71" && size(data) >= 36) {
    const code = hexToBigInt(slice(data, 4, 36)).toString();
    return PANICS[code] ?? `panic ${cleanText(code, 12)}`;
  }
  return `custom error ${selector}`;
}

function errorText(data: Hex): string {
  try {
    const [text] = decodeAbiParameters([{ type: "string" }], slice(data, 4));
    return cleanText(text, MAX);
  } catch {
    return "unreadable";
  }
}
