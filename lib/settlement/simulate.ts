import { type Address, decodeErrorResult, type Hex, type PublicClient } from "viem";
import { MULTICALL3 } from "@/lib/chains";
import type { ReasonCode } from "@/lib/payments/reasons";
import { aggregateCalls, multicallAbi } from "./calldata";
import type { SettlementItem } from "./types";

const errorAbi = [{ type: "error", name: "Error", inputs: [{ name: "message", type: "string" }] }] as const;

/** USDC's own words, and the protocol's code for each. */
const WORDS: [RegExp, ReasonCode][] = [
  [/authorization is used/i, "invalid_exact_evm_nonce_already_used"],
  [/exceeds balance/i, "insufficient_funds"],
  [/authorization is expired/i, "invalid_exact_evm_payload_authorization_valid_before"],
  [/authorization is not yet valid/i, "invalid_exact_evm_payload_authorization_valid_after"],
  [/invalid signature/i, "invalid_exact_evm_payload_signature"],
];

/** Which of these payments the chain would refuse right now, and why. One `eth_call` for all of them. */
export async function simulate(client: PublicClient, usdc: Address, items: SettlementItem[]): Promise<Map<string, ReasonCode>> {
  const { result } = await client.simulateContract({
    address: MULTICALL3,
    abi: multicallAbi,
    functionName: "aggregate3",
    args: [aggregateCalls(items, usdc)],
    // The latest block's clock may lag; the pending one has the time that the transaction will see.
    blockTag: "pending",
  });
  const refused = new Map<string, ReasonCode>();
  result.forEach(({ success, returnData }, i) => {
    const item = items[i];
    if (item && !success) refused.set(item.id, readRevert(returnData));
  });
  return refused;
}

function readRevert(data: Hex): ReasonCode {
  try {
    const message = decodeErrorResult({ abi: errorAbi, data }).args[0];
    return WORDS.find(([pattern]) => pattern.test(message))?.[1] ?? "invalid_transaction_state";
  } catch {
    return "invalid_transaction_state";
  }
}
