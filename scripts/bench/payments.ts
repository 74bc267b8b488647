import type { Market } from "@/lib/devnet/market";
import type { Requirements } from "@/lib/payments/types";
import { decodeHeader } from "@/lib/payments/wire";
import { newPayer, signPayment, v2Header } from "@/lib/testing/payer";
import type { Call } from "./load";

const PATH = "/api/v1/token-safety";

export function unpaidCall(market: Market): Call {
  return { path: PATH, method: "POST", headers: { "content-type": "application/json" }, body: input(market) };
}

/** Paid calls, signed beforehand, `count` in all by `payers` wallets. */
export async function signedCalls(market: Market, payers: number, count: number): Promise<Call[]> {
  const wallets = Array.from({ length: payers }, () => newPayer());
  for (const { address } of wallets) {
    const filled = await fetch(`${market.url}/api/devnet/faucet`, { method: "POST", body: JSON.stringify({ address }) });
    if (!filled.ok) throw new Error(`the faucet answered ${filled.status}`);
  }
  const terms = await readTerms(market);
  const calls: Call[] = [];
  for (let i = 0; i < count; i += 1) {
    const wallet = wallets[i % payers];
    if (!wallet) break;
    const signed = await signPayment(wallet, terms, { validBefore: BigInt(Math.floor(Date.now() / 1000) + 3600) });
    calls.push({ ...unpaidCall(market), headers: { "content-type": "application/json", "PAYMENT-SIGNATURE": v2Header(signed, terms) } });
  }
  return calls;
}

async function readTerms(market: Market): Promise<Requirements> {
  const unpaid = await fetch(`${market.url}${PATH}`, { method: "POST" });
  const header = decodeHeader(unpaid.headers.get("PAYMENT-REQUIRED") ?? "");
  const [terms] = (header?.accepts ?? []) as Requirements[];
  if (!terms) throw new Error(`${PATH} answered ${unpaid.status} without terms`);
  return terms;
}

function input(market: Market): string {
  return JSON.stringify({ token: market.sampleTokens[0]?.address ?? market.asset });
}
