import type { Address, Hex } from "viem";

/** The terms of a version 2 `accepts` entry that end up in what is signed. */
export type SignableTerms = { network: string; amount: string; asset: string; payTo: string; extra: { name: string; version: string } };

export type Authorization = { from: string; to: string; value: string; validAfter: string; validBefore: string; nonce: string };

const TYPES = {
  TransferWithAuthorization: [
    { name: "from", type: "address" },
    { name: "to", type: "address" },
    { name: "value", type: "uint256" },
    { name: "validAfter", type: "uint256" },
    { name: "validBefore", type: "uint256" },
    { name: "nonce", type: "bytes32" },
  ],
} as const;

/** What a wallet is asked to sign (EIP-712) so that one transfer of USDC may be made for it (EIP-3009). */
export function transferTypedData(terms: SignableTerms, authorization: Authorization) {
  return {
    domain: {
      name: terms.extra.name,
      version: terms.extra.version,
      chainId: Number(terms.network.slice("eip155:".length)),
      verifyingContract: terms.asset as Address,
    },
    types: TYPES,
    primaryType: "TransferWithAuthorization" as const,
    message: {
      from: authorization.from as Address,
      to: authorization.to as Address,
      value: BigInt(authorization.value),
      validAfter: BigInt(authorization.validAfter),
      validBefore: BigInt(authorization.validBefore),
      nonce: authorization.nonce as Hex,
    },
  };
}
