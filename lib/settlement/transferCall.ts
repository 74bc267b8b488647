import { encodeFunctionData, type Hex } from "viem";
import { splitSignature } from "@/lib/payments/signature";
import type { SettlementItem } from "./types";
import { usdcAbi } from "./usdc";
import { addressWord, uintWord } from "./words";

const BY_SIGNATURE_PARTS = "e3ee160e";

/** The nine words of `transferWithAuthorization(…, v, r, s)`, hex without 0x; null for a signature that isn't of that form. */
export function transferWords({ authorization: a, signature }: Pick<SettlementItem, "authorization" | "signature">): string | null {
  const parts = splitSignature(signature);
  if (!parts) return null;
  const { from, to, value, validAfter, validBefore, nonce } = a;
  const terms = addressWord(from) + addressWord(to) + uintWord(value) + uintWord(validAfter) + uintWord(validBefore);
  return `${terms}${nonce.slice(2)}${uintWord(parts.v)}${parts.r.slice(2)}${parts.s.slice(2)}`;
}

/** One payment's `transferWithAuthorization`: the form that takes whole bytes for what only a contract can check (EIP-1271). */
export function transferCall(item: SettlementItem): Hex {
  const words = item.wallet ? null : transferWords(item);
  if (words) return `0x${BY_SIGNATURE_PARTS}${words}`;
  const { from, to, value, validAfter, validBefore, nonce } = item.authorization;
  const signature = item.wallet?.signature ?? item.signature;
  return encodeFunctionData({
    abi: usdcAbi,
    functionName: "transferWithAuthorization",
    args: [from, to, value, validAfter, validBefore, nonce, signature],
  });
}
