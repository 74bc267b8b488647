import "server-only";
import type { SentTransaction } from "@/db/queries/settlements";
import { signTransaction } from "@/lib/crypto/signTransaction";
import { log } from "@/lib/log";
import { broadcast } from "./broadcast";
import type { Settler } from "./settler";

const GAS_OF_NOTHING = 21_000n;

/**
 * A place in an account's order that nothing was signed for holds up everything behind it. None should come about; one
 * that does (a chain set back further than the ledger, say) is filled with a transfer of nothing to the account itself.
 */
export async function fillGaps(settler: Settler, sent: SentTransaction[]): Promise<void> {
  for (const account of settler.accounts) {
    const own = sent.filter((s) => s.sender === account.sender).map((s) => s.accountNonce);
    if (own.length === 0) continue;
    const [lowest, next] = [Math.min(...own), await settler.chain.nonce(account.address, "pending")];
    for (let nonce = next; nonce < lowest; nonce += 1) await fill(settler, account, nonce);
  }
}

async function fill(settler: Settler, account: Settler["accounts"][number], nonce: number): Promise<void> {
  const { maxFeePerGas, maxPriorityFeePerGas } = await settler.fees();
  const nothing = { to: account.address, data: new Uint8Array(), gas: GAS_OF_NOTHING };
  const tx = { chainId: settler.chainId, nonce, maxFeePerGas, maxPriorityFeePerGas, ...nothing };
  const { raw, hash } = await signTransaction(tx, account.privateKey);
  const { kind } = await broadcast(settler.chain, raw, false);
  log("error", "nonce_gap_filled", { account: account.address, nonce, hash, result: kind });
}
