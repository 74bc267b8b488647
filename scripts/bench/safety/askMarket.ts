import type { Address, Hex } from "viem";
import type { Requirements } from "@/lib/payments/types";
import { newPayer, signPayment, v2Header } from "@/lib/testing/payer";
import { fund } from "../chain";
import { readAnswer } from "./readAnswer";
import type { Answered } from "./types";

/** Asks a running market as a stranger would: each question is paid for. */
export async function openCustomer(marketUrl: string, rpcUrl: string, usdc: Hex): Promise<(token: Address) => Promise<Answered>> {
  const payer = newPayer();
  await fund(rpcUrl, usdc, [payer.address]);
  const url = `${marketUrl}/api/v1/token-safety`;
  const headers = { "content-type": "application/json" };
  return async (token) => {
    const body = JSON.stringify({ token });
    const began = performance.now();
    const answered = (got: Omit<Answered, "cost">): Answered => ({ ...got, cost: { ms: performance.now() - began, trips: 0, calls: 0 } });
    const unpaid = await fetch(url, { method: "POST", headers, body });
    const asked = unpaid.headers.get("payment-required");
    if (!asked) return answered({ got: "refused", summary: `${unpaid.status} ${(await unpaid.text()).slice(0, 200)}`, trouble: [] });
    const { accepts } = JSON.parse(Buffer.from(asked, "base64").toString("utf8")) as { accepts: Requirements[] };
    const terms = accepts.find(({ scheme }) => scheme === "exact");
    if (!terms) throw new Error("The market asks for no exact payment.");
    const payment = v2Header(await signPayment(payer, terms), terms);
    const paid = await fetch(url, { method: "POST", headers: { ...headers, "payment-signature": payment }, body });
    const text = await paid.text();
    if (!paid.ok) return answered({ got: "refused", summary: `${paid.status} ${text.slice(0, 200)}`, trouble: [] });
    const answer = JSON.parse(text) as { result?: unknown };
    return answered(readAnswer(answer.result ?? answer));
  };
}
