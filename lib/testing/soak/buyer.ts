import type { PrivateKeyAccount } from "viem";
import { requirementsFor } from "@/lib/payments/requirements";
import { echoTool } from "../echoTool";
import { newPayer, signPayment, v2Header } from "../payer";
import type { Reply, Server } from "./servers";

/** One signed payment, and what its buyer heard. */
export type Purchase = {
  payer: PrivateKeyAccount;
  nonce: string;
  text: string;
  headers: Record<string, string>;
  replies: (Reply | null)[];
};

const { tool } = echoTool();

/** Signs a payment for one call. */
export async function newPurchase(payer: PrivateKeyAccount, text: string): Promise<Purchase> {
  const terms = requirementsFor(tool.definition);
  const validBefore = BigInt(Math.floor(Date.now() / 1000) + 3_600);
  const signed = await signPayment(payer, terms, { validBefore });
  return { payer, nonce: signed.authorization.nonce, text, headers: { "PAYMENT-SIGNATURE": v2Header(signed, terms) }, replies: [] };
}

/** Sends it, to more than one server at once when it is a copy; a good client repeats the same payment and never signs again. */
export async function send(purchase: Purchase, servers: Server[]): Promise<void> {
  const replies = await Promise.all(servers.map((server) => server.post({ text: purchase.text }, purchase.headers)));
  purchase.replies.push(...replies);
}

export function newWallets(count: number): PrivateKeyAccount[] {
  return Array.from({ length: count }, () => newPayer());
}
