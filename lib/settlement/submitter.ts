import "server-only";
import { type Address, type Hex, keccak256, type PrivateKeyAccount, type PublicClient, WaitForTransactionReceiptTimeoutError } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import type { Connection } from "@/db/client";
import { withAccountLock } from "@/db/queries/accountLock";
import { type FailedAs, findAnswered, recordFailed, recordMined, recordSettled, recordSubmitted, takeBack } from "@/db/queries/settlements";
import { log } from "@/lib/log";
import { REASONS, type ReasonCode } from "@/lib/payments/reasons";
import { broadcast } from "./broadcast";
import { type BatchCall, batchCall } from "./calldata";
import { findEvidence, settledIn } from "./evidence";
import { simulate } from "./simulate";
import type { Outcome, SettlementItem, Submit } from "./types";

export type SubmitterOptions = {
  client: PublicClient;
  connection: Connection;
  usdc: Address;
  network: string;
  privateKey: Hex;
  /** How long to watch for a receipt before the reconciler takes over. */
  watchMs: number;
};

type Signed = { hash: Hex; raw: Hex; accountNonce: number };

/** Settles on the chain itself: one transaction for a batch, its signed bytes in the ledger before it is broadcast. */
export function chainSubmitter(options: SubmitterOptions): Submit {
  const account = privateKeyToAccount(options.privateKey);
  return async (items) => {
    const early = await refusedBeforehand(options, items);
    const good = items.filter((i) => !early.has(i.id));
    if (good.length === 0) return { outcomes: Promise.resolve(early) };
    const sent = await send(options, account, good);
    // The queue calls a payment without an outcome unknown: those that another process took are.
    const late = sent ? confirm(options, sent.hash, sent.items) : new Map<string, Outcome>();
    return { outcomes: Promise.resolve(late).then((known) => new Map([...early, ...known])) };
  };
}

/** A payment that the chain would refuse can't fail its batch: it is found first and left out. */
async function refusedBeforehand(options: SubmitterOptions, items: SettlementItem[]): Promise<Map<string, Outcome>> {
  const refused = await simulate(options.client, options.usdc, items);
  const outcomes = new Map<string, Outcome>();
  for (const item of items) {
    const reason = refused.get(item.id);
    if (!reason) continue;
    // A used one may be on its way already, by another process or by somebody else. The chain tells, or nobody.
    const used = reason === "invalid_exact_evm_nonce_already_used";
    const outcome = used ? judge(options, item, { state: "answered" }) : fail(options, item, { state: "answered" }, reason);
    outcomes.set(item.id, await outcome.catch((): Outcome => ({ state: "unknown" })));
  }
  return outcomes;
}

/** What the chain shows of a payment that can't be sent any more. While it is not used, that is nothing. */
async function judge(options: SubmitterOptions, item: SettlementItem, as: FailedAs, atLeast = 0n): Promise<Outcome> {
  const { client, usdc, connection } = options;
  const seen = await findEvidence(client, usdc, item, { atLeast });
  if (seen.state === "void") return fail(options, item, as, "invalid_exact_evm_nonce_already_used");
  if (seen.state === "open" && as.state === "sent") return fail(options, item, as, "invalid_transaction_state");
  if (seen.state !== "settled") return { state: "unknown" };
  await recordSettled(connection.db, [{ id: item.id, ...seen }]);
  return seen;
}

/** Failed only if the ledger agrees that nobody else has it. */
async function fail({ connection }: SubmitterOptions, { id }: SettlementItem, as: FailedAs, reason: ReasonCode): Promise<Outcome> {
  const failed = await recordFailed(connection.db, id, as, { reason, message: REASONS[reason].message });
  return failed ? { state: "failed", reason } : { state: "unknown" };
}

type SentBatch = { hash: Hex; items: SettlementItem[] };

/** Signs, writes, broadcasts, while no other process signs for this account. Null when others took all of it. */
async function send(options: SubmitterOptions, account: PrivateKeyAccount, batch: SettlementItem[]): Promise<SentBatch | null> {
  const { client, connection, usdc, network } = options;
  const fees = await client.estimateFeesPerGas();
  return withAccountLock(connection.sql, account.address, async () => {
    const ours = await findAnswered(
      connection.db,
      batch.map((i) => i.id),
    );
    const items = batch.filter((i) => ours.has(i.id));
    if (items.length === 0) return null;
    const signed = await sign(client, account, batchCall(items, usdc), fees);
    const row = { hash: signed.hash, network, sender: account.address.toLowerCase(), accountNonce: signed.accountNonce, raw: signed.raw };
    await recordSubmitted(
      connection.db,
      { ...row, paymentCount: items.length },
      items.map((i) => i.id),
    );
    const result = await broadcast(client, signed.raw);
    if (result.kind === "refused") {
      await takeBack(connection.db, signed.hash);
      throw result.cause;
    }
    if (result.kind === "unsure") log("warn", "broadcast_unsure", { hash: signed.hash, error: result.cause });
    return { hash: signed.hash, items };
  });
}

type Fees = { maxFeePerGas: bigint; maxPriorityFeePerGas: bigint };

async function sign(client: PublicClient, account: PrivateKeyAccount, call: BatchCall, fees: Fees): Promise<Signed> {
  const accountNonce = await client.getTransactionCount({ address: account.address, blockTag: "pending" });
  const raw = await account.signTransaction({
    chainId: client.chain?.id ?? (await client.getChainId()),
    to: call.to,
    data: call.data,
    gas: call.gas,
    nonce: accountNonce,
    maxFeePerGas: fees.maxFeePerGas,
    maxPriorityFeePerGas: fees.maxPriorityFeePerGas,
    type: "eip1559",
  });
  return { raw, hash: keccak256(raw), accountNonce };
}

async function confirm(options: SubmitterOptions, hash: Hex, items: SettlementItem[]): Promise<Map<string, Outcome>> {
  const { client, connection, usdc } = options;
  try {
    const receipt = await client.waitForTransactionReceipt({ hash, timeout: options.watchMs, checkReplacement: false });
    const settled = settledIn(receipt, usdc, items);
    await recordSettled(
      connection.db,
      [...settled].map(([id, s]) => ({ id, ...s })),
    );
    await recordMined(connection.db, hash, receipt.blockNumber, receipt.gasUsed);
    const outcomes = new Map<string, Outcome>(settled);
    for (const item of items.filter((i) => !settled.has(i.id))) {
      outcomes.set(item.id, await judge(options, item, { state: "sent", transaction: hash }, receipt.blockNumber));
    }
    return outcomes;
  } catch (error) {
    // Waited long enough, or chain or ledger went away: the reconciler finishes it.
    if (!(error instanceof WaitForTransactionReceiptTimeoutError)) log("error", "settlement_unconfirmed", { hash, error });
    return new Map(items.map((i) => [i.id, { state: "unknown" }]));
  }
}
