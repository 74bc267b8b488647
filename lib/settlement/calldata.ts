import { type Address, encodeFunctionData, type Hex } from "viem";
import { MULTICALL3 } from "@/lib/chains";
import { splitSignature } from "@/lib/payments/verify";
import type { SettlementItem } from "./types";
import { usdcAbi } from "./usdc";

/** Multicall3, `aggregate3`. */
export const multicallAbi = [
  {
    type: "function",
    name: "aggregate3",
    stateMutability: "payable",
    inputs: [
      {
        name: "calls",
        type: "tuple[]",
        components: [
          { name: "target", type: "address" },
          { name: "allowFailure", type: "bool" },
          { name: "callData", type: "bytes" },
        ],
      },
    ],
    outputs: [
      {
        name: "returnData",
        type: "tuple[]",
        components: [
          { name: "success", type: "bool" },
          { name: "returnData", type: "bytes" },
        ],
      },
    ],
  },
] as const;

/** One payment's `transferWithAuthorization`. */
export function transferCall({ authorization: a, signature }: SettlementItem): Hex {
  const parts = splitSignature(signature);
  if (!parts) throw new Error("an unverified signature reached settlement");
  return encodeFunctionData({
    abi: usdcAbi,
    functionName: "transferWithAuthorization",
    args: [a.from, a.to, a.value, a.validAfter, a.validBefore, a.nonce, parts.v, parts.r, parts.s],
  });
}

export function aggregateCalls(items: SettlementItem[], usdc: Address) {
  return items.map((item) => ({ target: usdc, allowFailure: true, callData: transferCall(item) }));
}

export type BatchCall = { to: Address; data: Hex; gas: bigint };

/** A single payment goes straight to USDC (86,000 gas); several share one `aggregate3` (about 47,000 each). */
export function batchCall(items: SettlementItem[], usdc: Address): BatchCall {
  const [only] = items;
  if (only && items.length === 1) return { to: usdc, data: transferCall(only), gas: 150_000n };
  const data = encodeFunctionData({ abi: multicallAbi, functionName: "aggregate3", args: [aggregateCalls(items, usdc)] });
  return { to: MULTICALL3, data, gas: 80_000n + 110_000n * BigInt(items.length) };
}
