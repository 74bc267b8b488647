import "server-only";
import { randomBytes } from "node:crypto";
import type { PrivateKeyAccount } from "viem";
import { toHex } from "viem";
import { transferWithAuthorizationTypes } from "@/lib/settlement/usdc";
import type { Terms, Unsigned } from "./types";

/** The market's clock may be behind. */
const EARLY_SECONDS = 60;

export function newAuthorization({ amount, payTo, maxTimeoutSeconds }: Terms, now = Date.now()): Unsigned {
  const seconds = Math.floor(now / 1000);
  return {
    to: payTo,
    value: amount.toString(),
    validAfter: String(seconds - EARLY_SECONDS),
    validBefore: String(seconds + maxTimeoutSeconds),
    nonce: toHex(randomBytes(32)),
  };
}

/** A payment of version 2 for this authorization. The same authorization is the same payment, however often it is signed. */
export async function signPayment(account: PrivateKeyAccount, { network }: Pick<Terms, "network">, unsigned: Unsigned) {
  const { asset, chainId } = network;
  const { to, value, validAfter, validBefore, nonce } = unsigned;
  const from = account.address;
  const signature = await account.signTypedData({
    domain: { ...asset.eip712, chainId, verifyingContract: asset.address },
    types: transferWithAuthorizationTypes,
    primaryType: "TransferWithAuthorization",
    message: { from, to, value: BigInt(value), validAfter: BigInt(validAfter), validBefore: BigInt(validBefore), nonce },
  });
  const accepted = { scheme: "exact", network: network.network, asset: asset.address, amount: value, payTo: to, extra: asset.eip712 };
  return { x402Version: 2, accepted, payload: { signature, authorization: { from, ...unsigned } } };
}

/** What shows the market who paid, so that it hands out the answer that it kept. */
export async function proveAnswer(account: PrivateKeyAccount, payment: string, now = Date.now()): Promise<string> {
  const until = Math.floor(now / 1000) + 120;
  const signature = await account.signMessage({ message: `Show me the answer of ${payment}. Good until ${until}.` });
  return `Payer ${until}.${signature}`;
}
