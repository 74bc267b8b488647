import { ExactEvmScheme } from "@x402/evm";
import { wrapFetchWithPaymentFromConfig } from "@x402/fetch";
import { privateKeyToAccount } from "viem/accounts";
import { createSigner, wrapFetchWithPayment } from "x402-fetch";

/** `x402-fetch` 1.2: version 1, as its README uses it. */
export async function v1Fetch(privateKey) {
  const signer = await createSigner("base-sepolia", privateKey);
  return wrapFetchWithPayment(fetch, signer);
}

/** `@x402/fetch` 2.27: version 2, as its README uses it. */
export function v2Fetch(privateKey) {
  const client = new ExactEvmScheme(privateKeyToAccount(privateKey));
  return wrapFetchWithPaymentFromConfig(fetch, { schemes: [{ network: "eip155:84532", client }] });
}
