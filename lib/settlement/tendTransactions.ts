import "server-only";
import { type Hex, parseTransaction } from "viem";
import { recordBumped, recordMined, type SentTransaction, sentTransactions, takeBack } from "@/db/queries/settlements";
import { signTransaction } from "@/lib/crypto/signTransaction";
import { log } from "@/lib/log";
import { broadcast } from "./broadcast";
import { minedRow } from "./confirm";
import { bumped } from "./fees";
import { fillGaps } from "./fillGaps";
import type { Settler } from "./settler";

/** Seconds for which a new transaction is left to the process that sent it. */
const YOUNG_SECONDS = 3;

/** Keeps the transactions moving that nobody waits for any more: mined, lost by the node, or stuck behind a risen fee. */
export async function tendTransactions(settler: Settler): Promise<void> {
  const all = await sentTransactions(settler.sql, settler.network);
  await fillGaps(settler, all);
  for (const [i, sent] of all.entries()) {
    const next = all[i + 1];
    if (sent.ageSeconds < YOUNG_SECONDS) continue;
    const newest = !(next && next.sender === sent.sender && next.accountNonce === sent.accountNonce);
    await tend(settler, sent, newest).catch((error: unknown) => log("warn", "transaction_untended", { hash: sent.hash, error }));
  }
}

async function tend(settler: Settler, sent: SentTransaction, newest: boolean): Promise<void> {
  const { chain, sql } = settler;
  const hash = sent.hash as Hex;
  // The nonce first: what is mined between the two questions shows in the second.
  const onChain = await chain.nonce(sent.sender as Hex, "latest");
  const receipt = await chain.receipt(hash);
  // Its payments are settled by whoever works on them; here it is the transaction that counts.
  if (receipt) return recordMined(sql, minedRow(receipt));
  if (onChain > sent.accountNonce) return takeBack(sql, hash, "another transaction took its place");
  if (!sent.raw || !newest) return;
  let outbid = false;
  if (!(await chain.transaction(hash))) {
    const result = await broadcast(chain, sent.raw, false);
    outbid = result.kind === "refused" && result.why === "other";
    log("info", "broadcast_again", { hash, result: result.kind });
  }
  // Only the next one in the account's order can be stuck by its own fee; the ones behind it wait for it.
  const stuck = onChain === sent.accountNonce && sent.ageSeconds > settler.stuckSeconds;
  if (stuck || outbid) await replace(settler, sent, sent.raw);
}

/** The same payments and nonce, paying more: whichever of the two is mined settles them. */
async function replace(settler: Settler, sent: SentTransaction, raw: Buffer): Promise<void> {
  const account = settler.accounts.find((a) => a.sender === sent.sender);
  const fees = bumped(sent, await settler.fees(), settler.feeCap);
  if (!account || !fees) return;
  const { to, data = "0x", gas = 0n } = parseTransaction(`0x02${raw.toString("hex", 1)}`);
  if (!to) return;
  const { maxFeePerGas, maxPriorityFeePerGas } = fees;
  const call = { to, gas, data: Buffer.from(data.slice(2), "hex") };
  const tx = { chainId: settler.chainId, nonce: sent.accountNonce, maxFeePerGas, maxPriorityFeePerGas, ...call };
  const next = await signTransaction(tx, account.privateKey);
  if (!(await recordBumped(settler.sql, sent.hash, { ...next, ...fees }))) return;
  settler.watcher.alsoTake(sent.hash as Hex, next.hash);
  const result = await broadcast(settler.chain, next.raw, false);
  log("warn", "transaction_replaced", { hash: sent.hash, by: next.hash, result: result.kind });
}
