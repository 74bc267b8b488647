import "server-only";
import type { Hex } from "viem";
import { nextRefundNonce, type SignedRow } from "@/db/queries/refundTransactions";
import { signTransaction } from "@/lib/crypto/signTransaction";
import type { FeeView } from "@/lib/settlement/fees";
import { type Refunder, senderOf } from "./types";

/** A permit whose owner is a contract runs its code: so much and no more. A transfer takes 65,000 at the most. */
export const GAS = { permit: 300_000n, transfer: 120_000n } as const;

/** The next place in the account's order: behind all that was ever signed here, and behind what the chain has. */
export async function nextPlace(refunder: Refunder): Promise<number> {
  const { sql, network, chain, account } = refunder;
  const onChain = await chain.nonce(account.address, "latest");
  return Math.max(onChain, await nextRefundNonce(sql, network, senderOf(refunder)));
}

/** A call of the token, signed for one place in the account's order. */
export async function signCall(
  refunder: Refunder,
  accountNonce: number,
  fees: Pick<FeeView, "maxFeePerGas" | "maxPriorityFeePerGas">,
  { data, gas }: { data: Hex; gas: bigint },
): Promise<SignedRow> {
  const { chainId, usdc, network, account } = refunder;
  const { maxFeePerGas, maxPriorityFeePerGas } = fees;
  const call = { to: usdc, data: Buffer.from(data.slice(2), "hex"), gas };
  const signed = await signTransaction({ chainId, nonce: accountNonce, maxFeePerGas, maxPriorityFeePerGas, ...call }, account.privateKey);
  return { ...signed, network, sender: senderOf(refunder), accountNonce, maxFeePerGas, maxPriorityFeePerGas };
}
