import "server-only";
import { type Hex, parseTransaction } from "viem";
import {
  openRefundTransactions,
  type RefunderTransaction,
  recordRefundBumped,
  recordRefundFinal,
  recordRefundMined,
  recordRefundUndone,
} from "@/db/queries/refundTransactions";
import { log } from "@/lib/log";
import { broadcast } from "@/lib/settlement/broadcast";
import { bumped } from "@/lib/settlement/fees";
import type { RawReceipt } from "@/lib/settlement/receipt";
import { signCall } from "./sign";
import { type Refunder, senderOf } from "./types";

/** How long a node may lag behind what it has shown before. */
const LAG_MS = 500;

/** Looks after what was signed and is not final. True when all of it is mined, so that the next may be signed. */
export async function tend(refunder: Refunder): Promise<boolean> {
  const { sql, network } = refunder;
  const open = await openRefundTransactions(sql, network, senderOf(refunder));
  const places = new Map<number, RefunderTransaction[]>();
  for (const t of open) places.set(t.accountNonce, [...(places.get(t.accountNonce) ?? []), t]);
  let free = true;
  for (const [nonce, signed] of places) free = (await tendPlace(refunder, nonce, signed)) && free;
  return free;
}

/** One place in the account's order, with all that was signed for it: one of them is mined, or none yet. */
async function tendPlace(refunder: Refunder, nonce: number, signed: RefunderTransaction[]): Promise<boolean> {
  const { chain, sql, network, account, finalBlocks } = refunder;
  // The nonce first: what is mined between the two questions shows in the second.
  const onChain = await chain.nonce(account.address, "latest");
  const head = await chain.block("latest");
  for (const { hash, blockHash } of signed) {
    const receipt = await chain.receipt(hash as Hex);
    if (!receipt) continue;
    if (receipt.blockHash !== blockHash) await mined(refunder, receipt);
    if (head && BigInt(receipt.blockNumber) + finalBlocks <= BigInt(head.number)) {
      await recordRefundFinal(sql, network, senderOf(refunder), nonce);
    }
    return true;
  }
  if (signed.some((t) => t.state !== "sent")) {
    // A node that only lags has the receipt a moment later.
    if (!(await stillUndone(refunder, signed))) return true;
    log("error", "refund_block_reorganised", { nonce });
    await recordRefundUndone(sql, network, senderOf(refunder), nonce);
  }
  if (onChain > nonce) return displaced(refunder, nonce, head);
  const newest = signed.at(-1);
  if (newest) await push(refunder, nonce, newest, onChain === nonce);
  return false;
}

async function stillUndone({ chain }: Refunder, signed: RefunderTransaction[]): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, LAG_MS));
  const receipts = await Promise.all(signed.map(({ hash }) => chain.receipt(hash as Hex)));
  return receipts.every((receipt) => receipt === null);
}

export async function mined({ sql }: Refunder, receipt: RawReceipt): Promise<void> {
  await recordRefundMined(sql, {
    hash: receipt.transactionHash,
    ok: receipt.status === "0x1",
    blockNumber: BigInt(receipt.blockNumber),
    blockHash: receipt.blockHash,
    gasUsed: BigInt(receipt.gasUsed),
    gasPrice: BigInt(receipt.effectiveGasPrice ?? 0),
  });
}

/**
 * The account's nonce is used and none of ours did it. A node that lags looks the same, so nothing is concluded before
 * whatever used it is final; and what was signed once is never signed again.
 */
async function displaced(refunder: Refunder, nonce: number, head: { number: Hex } | null): Promise<boolean> {
  const { client, sql, network, account, finalBlocks } = refunder;
  log("error", "refunder_nonce_displaced", { account: account.address, nonce });
  const deep = head ? BigInt(head.number) - finalBlocks : -1n;
  if (deep < 0n || (await client.getTransactionCount({ address: account.address, blockNumber: deep })) <= nonce) return false;
  await recordRefundFinal(sql, network, senderOf(refunder), nonce, true);
  return true;
}

/** The same bytes again where the node has lost them; the same place with a higher fee where it takes too long. */
async function push(refunder: Refunder, nonce: number, sent: RefunderTransaction, next: boolean): Promise<void> {
  const { chain, stuckSeconds } = refunder;
  if (!sent.raw) return;
  let outbid = false;
  if (!(await chain.transaction(sent.hash as Hex))) {
    const result = await broadcast(chain, sent.raw, false);
    outbid = result.kind === "refused" && result.why === "other";
    log("info", "refund_sent_again", { hash: sent.hash, result: result.kind });
  }
  if (!next || (sent.ageSeconds < stuckSeconds && !outbid)) return;
  const fees = bumped(sent, await refunder.fees(), refunder.feeCap);
  if (!fees) return;
  const { data = "0x", gas = 0n } = parseTransaction(`0x02${sent.raw.toString("hex", 1)}`);
  const again = await signCall(refunder, nonce, fees, { data, gas });
  if (!(await recordRefundBumped(refunder.sql, sent.hash, again))) return;
  const result = await broadcast(chain, again.raw, false);
  log("warn", "refund_replaced", { hash: sent.hash, by: again.hash, result: result.kind });
}
