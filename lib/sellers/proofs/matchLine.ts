import { cleanText } from "@/lib/cleanText";
import { shortAddress } from "../shortAddress";

export type Wanted = { account: string; token: string };

const LINE = /^\s*coinslot\s*=\s*(0x[0-9a-f]{40})\s+(\S{1,100})\s*$/i;
const MOST_LINES = 200;

/** Null when one of these lines is the proof; else what stands there instead, in words. */
export function matchLine(lines: readonly string[], { account, token }: Wanted): string | null {
  const proofs = lines.slice(0, MOST_LINES).map((line) => LINE.exec(line.slice(0, 400)));
  const ours = proofs.filter((proof) => proof?.[1]?.toLowerCase() === account);
  if (ours.some((proof) => proof?.[2] === token)) return null;
  if (ours.length > 0) return "names your wallet with another token than the one below";
  const other = proofs.find((proof) => proof !== null)?.[1];
  if (other) return `names another wallet, ${shortAddress(other.toLowerCase())}`;
  if (lines.some((line) => /coinslot/i.test(line)))
    return `has a line with coinslot in it, but not written as below: "${cleanText(lines.find((line) => /coinslot/i.test(line)) ?? "", 80)}"`;
  return 'holds no line that begins with "coinslot="';
}
