import "server-only";
import type { ReasonCode } from "@/lib/payments/reasons";
import type { Settler } from "./settler";
import type { SettlementItem, WalletSignature } from "./types";
import { checkWallet } from "./wallet";

export type InspectedItem =
  /** `balance`: what the payer held in that block, atomic units. `wallet`: a contract checks the signature. */
  { ok: true; balance: bigint; wallet?: WalletSignature } | { ok: false; reason: ReasonCode };

/**
 * Holds a payment against the chain by making it in a call that leaves no trace: balance, nonce, block list, pause, and a
 * smart wallet's signature. `byKey`: its signature is known to be the payer's own key's. Throws when the node is away.
 */
export async function inspectItem(
  settler: Settler,
  item: Pick<SettlementItem, "id" | "authorization" | "signature">,
  byKey: boolean,
): Promise<InspectedItem> {
  const view = await settler.check(item);
  if (view.balance < item.authorization.value) return { ok: false, reason: "insufficient_funds" };
  if (byKey && !view.hasCode) return view.refused ? { ok: false, reason: view.refused } : { ok: true, balance: view.balance };
  // The payer's code decides on the signature, in a call of its own.
  const { client, usdc, walletFactories } = settler;
  const judged = await checkWallet(client, usdc, walletFactories, item, view.hasCode);
  return judged.ok ? { ok: true, balance: view.balance, wallet: judged.wallet } : judged;
}
