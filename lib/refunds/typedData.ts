import type { Address, Hex } from "viem";
import type { Refund } from "@/db/queries/refunds";
import { type Network, paymentNetwork } from "@/lib/chains";
import type { Authorization, Requirements } from "@/lib/payments/types";
import { transferWithAuthorizationTypes } from "@/lib/settlement/usdc";

export type SignableRefund = Pick<Refund, "account" | "payer" | "amount" | "nonce" | "validBefore" | "network">;

/** The one transfer that the seller signs: to whoever paid, of exactly this amount, good once. */
export function refundAuthorization(refund: SignableRefund): Authorization {
  return {
    from: refund.account as Address,
    to: refund.payer as Address,
    value: refund.amount,
    validAfter: 0n,
    validBefore: refund.validBefore ?? 0n,
    nonce: (refund.nonce ?? "0x") as Hex,
  };
}

/** What it has to keep to, in the terms of any payment. */
export function refundRequirements({ network, amount, payer }: SignableRefund): Requirements {
  const { asset } = paymentNetwork(network as Network);
  return {
    scheme: "exact",
    network: network as Network,
    amount: amount.toString(),
    asset: asset.address,
    payTo: payer as Address,
    maxTimeoutSeconds: 60,
    extra: { ...asset.eip712 },
  };
}

/** EIP-712 typed data as JSON carries it, for `eth_signTypedData_v4`. */
export function refundTypedData(refund: SignableRefund) {
  const { chainId, asset } = paymentNetwork(refund.network as Network);
  const { value, validAfter, validBefore, ...rest } = refundAuthorization(refund);
  return {
    domain: { ...asset.eip712, chainId, verifyingContract: asset.address },
    types: transferWithAuthorizationTypes,
    primaryType: "TransferWithAuthorization" as const,
    message: { ...rest, value: value.toString(), validAfter: validAfter.toString(), validBefore: validBefore.toString() },
  };
}
