import "server-only";
import { env } from "@/lib/env";
import { CoinslotError } from "@/lib/errors";
import { engine } from "@/lib/settlement/engine";
import type { WalletSignature } from "@/lib/settlement/types";
import { checkWallet } from "@/lib/settlement/wallet";
import type { ReasonCode } from "./reasons";
import type { Payment } from "./types";

export type Inspected =
  /** `balance`: what the payer held in that block, atomic units. `wallet`: a contract checks the signature. */
  { ok: true; balance: bigint; wallet?: WalletSignature } | { ok: false; reason: ReasonCode };

/**
 * Holds the payment against the chain by making it in a call that leaves no trace: balance, nonce, block list, pause, and a
 * smart wallet's signature. A chain that can't be asked throws 503: nothing is charged.
 */
export async function inspect({ authorization, signature }: Payment, byKey: boolean): Promise<Inspected> {
  const { settler } = engine();
  const item = { id: authorization.nonce, authorization, signature };
  try {
    const view = await settler.check(item);
    if (view.balance < authorization.value) return { ok: false, reason: "insufficient_funds" };
    if (byKey && !view.hasCode) return view.refused ? { ok: false, reason: view.refused } : { ok: true, balance: view.balance };
    // The payer's code decides on the signature, in a call of its own.
    const judged = await checkWallet(settler.client, settler.usdc, env().walletFactories, item, view.hasCode);
    if (judged.ok) return { ok: true, balance: view.balance, wallet: judged.wallet };
    return { ok: false, reason: judged.reason };
  } catch (cause) {
    throw new CoinslotError("chain_unavailable", "The chain can't be reached, so the payment could not be checked. Nothing was charged.", {
      hint: "Send the same request with the same payment again in a few seconds.",
      cause,
    });
  }
}
