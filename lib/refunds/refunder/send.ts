import "server-only";
import { encodeFunctionData, type Hex } from "viem";
import { type Allowance, failAllowance, waitingAllowances } from "@/db/queries/allowances";
import { type OwedRefund, payableRefunds } from "@/db/queries/owedRefunds";
import { recordPermitSigned, recordRefundSigned, type SignedRow } from "@/db/queries/refundTransactions";
import { log } from "@/lib/log";
import { broadcast } from "@/lib/settlement/broadcast";
import type { FeeView } from "@/lib/settlement/fees";
import { permitAbi } from "../permit";
import { GAS, nextPlace, signCall } from "./sign";
import { mined } from "./tend";
import type { Refunder } from "./types";

/** A node may show a new allowance a moment after the block that has it. */
const AGAIN_MS = 8_000;
const LATER_MS = 600_000;

/** Signs and sends the next thing there is to send; false when there is none, or none can be sent now. */
export async function sendNext(refunder: Refunder): Promise<boolean> {
  const fees = await refunder.fees();
  if (fees.overCap || !(await canPay(refunder, fees))) return false;
  const permit = await nextPermit(refunder);
  const signed = permit ? await signPermit(refunder, permit, fees) : await signNextRefund(refunder, fees);
  if (!signed) return false;
  // Written down by now: whatever happens from here, these bytes are what is sent, and nothing else at this place.
  const result = await broadcast(refunder.chain, signed.raw);
  if (result.kind === "mined") await mined(refunder, result.receipt);
  else if (result.kind !== "sent") log("warn", "refund_broadcast", { hash: signed.hash, result: result.kind, error: result.cause });
  return result.kind === "mined";
}

async function canPay({ chain, account }: Refunder, { maxFeePerGas }: FeeView): Promise<boolean> {
  const wei = await chain.balance(account.address);
  if (wei >= maxFeePerGas * GAS.permit) return true;
  log("error", "refunder_account_empty", { account: account.address, wei: wei.toString() });
  return false;
}

/** The oldest that the token takes; of the others it is written down that it doesn't. */
async function nextPermit(refunder: Refunder): Promise<Allowance | null> {
  for (const allowance of await waitingAllowances(refunder.sql, refunder.network)) {
    const reason = await refusal(refunder, permitData(refunder, allowance));
    if (reason === null) return allowance;
    await failAllowance(refunder.sql, allowance.id, reason);
  }
  return null;
}

async function signPermit(refunder: Refunder, allowance: Allowance, fees: FeeView): Promise<SignedRow> {
  const call = { data: permitData(refunder, allowance), gas: GAS.permit };
  const signed = await signCall(refunder, await nextPlace(refunder), fees, call);
  await recordPermitSigned(refunder.sql, allowance.id, signed);
  return signed;
}

function permitData({ account }: Refunder, { account: owner, amount, deadline, signature }: Allowance): Hex {
  const args = [owner as Hex, account.address, amount, deadline, signature as Hex] as const;
  return encodeFunctionData({ abi: permitAbi, functionName: "permit", args });
}

async function signNextRefund(refunder: Refunder, fees: FeeView): Promise<SignedRow | null> {
  const now = Date.now();
  for (const [key, until] of refunder.notBefore) if (until < now) refunder.notBefore.delete(key);
  for (;;) {
    const waiting = [...refunder.notBefore.keys()];
    const [refund] = (await payableRefunds(refunder.sql, refunder.network, waiting, 20)).filter((r) => !refunder.notBefore.has(r.id));
    if (!refund) return null;
    const signed = await signRefund(refunder, refund, fees);
    if (signed) return signed;
  }
}

/** Null when it can't be made now: the allowance or the seller's money is too little, or the token would refuse it. */
async function signRefund(refunder: Refunder, refund: OwedRefund, fees: FeeView): Promise<SignedRow | null> {
  const { sql, client, usdc, account, notBefore } = refunder;
  const token = { address: usdc, abi: permitAbi } as const;
  const owner = refund.account as Hex;
  const [allowed, balance, { timestamp }] = await Promise.all([
    client.readContract({ ...token, functionName: "allowance", args: [owner, account.address] }),
    client.readContract({ ...token, functionName: "balanceOf", args: [owner] }),
    client.getBlock({ blockTag: "latest" }),
  ]);
  if (allowed < refund.amount || balance < refund.amount) {
    notBefore.set(refund.account, Date.now() + AGAIN_MS);
    return null;
  }
  const reason = await refusal(refunder, transferData(owner, refund.payer as Hex, refund.amount));
  if (reason !== null) {
    log("warn", "refund_would_revert", { refund: refund.id, reason });
    notBefore.set(refund.id, Date.now() + LATER_MS);
    return null;
  }
  const place = await nextPlace(refunder);
  const signed = await recordRefundSigned(sql, refund.id, timestamp, (amount, to) =>
    signCall(refunder, place, fees, { data: transferData(owner, to as Hex, amount), gas: GAS.transfer }),
  );
  // Something of its payment is on its way back otherwise: it is looked at again when that is decided.
  if (!signed) notBefore.set(refund.id, Date.now() + AGAIN_MS);
  return signed;
}

function transferData(from: Hex, to: Hex, amount: bigint): Hex {
  return encodeFunctionData({ abi: permitAbi, functionName: "transferFrom", args: [from, to, amount] });
}

/** Why the token would not take this call now; null when it would. A node that can't be reached throws. */
async function refusal({ client, usdc, account }: Refunder, data: Hex): Promise<string | null> {
  try {
    await client.call({ account: account.address, to: usdc, data, gas: GAS.permit });
    return null;
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    const [, said] = /reverted(?: with reason)?[^:]*:\s*"?([^"\n]{1,120})/i.exec(words) ?? [];
    if (/revert/i.test(words)) return said?.trim() || "the token refused it";
    throw error;
  }
}
