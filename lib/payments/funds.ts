import "server-only";
import { settlementChain } from "@/lib/chainClient";
import { CoinslotError } from "@/lib/errors";
import { usdcAbi } from "@/lib/settlement/usdc";
import type { ReasonCode } from "./reasons";
import type { Payment, Requirements } from "./types";

export type Funds = { ok: true } | { ok: false; reason: ReasonCode };

/** Balance and nonce on the chain, in one call. A chain that can't be asked throws 503: nothing is charged. */
export async function checkFunds({ authorization }: Payment, requirements: Requirements): Promise<Funds> {
  const usdc = { address: requirements.asset, abi: usdcAbi } as const;
  try {
    const [balance, used] = await settlementChain().multicall({
      allowFailure: false,
      contracts: [
        { ...usdc, functionName: "balanceOf", args: [authorization.from] },
        { ...usdc, functionName: "authorizationState", args: [authorization.from, authorization.nonce] },
      ],
    });
    if (used) return { ok: false, reason: "invalid_exact_evm_nonce_already_used" };
    return balance >= authorization.value ? { ok: true } : { ok: false, reason: "insufficient_funds" };
  } catch (cause) {
    throw new CoinslotError("chain_unavailable", "The chain can't be reached, so the payment could not be checked. Nothing was charged.", {
      hint: "Send the same request with the same payment again in a few seconds.",
      cause,
    });
  }
}
