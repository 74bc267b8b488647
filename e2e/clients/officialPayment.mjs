import { x402Client } from "@x402/core/client";
import { parsePaymentRequired } from "@x402/core/schemas";
import { ExactEvmScheme } from "@x402/evm";
import { privateKeyToAccount } from "viem/accounts";

/** How the official packages of version 2 read a 402 and pay it. */
export async function officialPayment(paymentRequired, privateKey) {
  const parsed = parsePaymentRequired(paymentRequired);
  if (!parsed.success) throw new Error(parsed.error.message);
  const client = new x402Client().register("eip155:84532", new ExactEvmScheme(privateKeyToAccount(privateKey)));
  return client.createPaymentPayload(parsed.data);
}
