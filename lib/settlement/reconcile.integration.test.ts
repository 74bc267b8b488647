import { randomBytes } from "node:crypto";
import { type Address, createWalletClient, type Hex, http, keccak256, toHex } from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connection, db } from "@/db/client";
import { insertClaims } from "@/db/queries/claims";
import { resetNonce } from "@/db/queries/gasAccounts";
import { findPayment } from "@/db/queries/payments";
import { recordHandedOver, recordQueued, recordSubmitted } from "@/db/queries/submissions";
import { beginFlow, findUsage } from "@/db/queries/usages";
import { settlementChain } from "@/lib/chainClient";
import { rpc } from "@/lib/devnet/rpc";
import { env } from "@/lib/env";
import { fingerprint } from "@/lib/payments/fingerprint";
import { newPaymentId } from "@/lib/payments/id";
import type { Authorization } from "@/lib/payments/types";
import { echoTool } from "@/lib/testing/echoTool";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { newPayer, signPayment } from "@/lib/testing/payer";
import { post, receiptOf, signFor } from "@/lib/testing/requests";
import { TERMS } from "@/lib/testing/terms";
import { batchCall } from "./calldata";
import { engine } from "./engine";
import { reconcileOnce } from "./reconciler";
import { reorganisationWatch } from "./reorganisations";
import { tendTransactions } from "./tendTransactions";
import { transferCall } from "./transferCall";
import type { SettlementItem } from "./types";

let market: TestMarket;
beforeAll(async () => {
  market = await startTestMarket();
  // These tests turn the wheel themselves.
  await engine().stop();
});
afterAll(() => market.stop());

const sql = () => connection().sql;
const turn = async () => {
  const { settler, queue } = engine();
  await tendTransactions(settler);
  await reconcileOnce({ ...settler, queue });
};
const stateOf = async (id: string) => (await findPayment(db(), id))?.state;
const spent = async (payer: Address) => 25_000_000n - (await market.balanceOf(payer));
const PRICE = 5000n;
const later = (id: string, ms = 10_000) => expect.poll(() => stateOf(id), { timeout: ms });
const { tool, runs } = echoTool();

async function fundedPayer(): Promise<PrivateKeyAccount> {
  const payer = newPayer();
  await market.fund(payer.address);
  return payer;
}

type Left = { id: string; payer: PrivateKeyAccount; item: SettlementItem; headers: Record<string, string> };

/** What a server that is gone left behind: a payment that is claimed, or answered with `{"text":"kept"}`. */
async function leave(state: "claimed" | "queued", overrides: Partial<Authorization> = {}): Promise<Left> {
  const payer = await fundedPayer();
  const { authorization, signature, headers } = await signFor(tool, payer, overrides);
  const id = newPaymentId();
  const { validAfter, validBefore, value, nonce } = authorization;
  const claim = {
    id,
    tool: "echo",
    seller: "tester",
    payer: payer.address.toLowerCase(),
    payTo: authorization.to.toLowerCase(),
    network: TERMS.network,
    asset: TERMS.asset.toLowerCase(),
    account: TERMS.payTo.toLowerCase(),
    amount: value,
    nonce,
    validAfter,
    validBefore,
    signature,
    identifier: null,
    fingerprint: fingerprint("POST", "/api/v1/echo", { text: "hi" }),
    x402Version: 2,
    client: null,
    receivedAt: new Date(),
    verifiedAt: new Date(),
  };
  expect(await insertClaims(sql(), [claim], 10)).toEqual(["won"]);
  const answer = { status: 200, contentType: "application/json", body: '{"text":"kept"}' };
  const work = { runningAt: new Date(), answeredAt: new Date(), answer, keepSeconds: 3600 };
  if (state === "queued") await recordQueued(sql(), [{ id, work }], "the server stops here");
  return { id, payer, item: { id, authorization, signature }, headers };
}

/** As if nobody had worked on it for a while: its lease is over, and its transaction is not young any more. */
async function abandon(id: string): Promise<void> {
  await sql()`update open_payments set held_until = now() - interval '1 second' where payment_id = ${id}`;
  await sql()`update settlements set sent_at = sent_at - interval '5 seconds' where ${id} = any(payment_ids)`;
}

/** The settler's transaction for these payments, in the ledger as submitted and not on the chain. */
async function submitted(left: Left[], changes: { gas?: bigint; nonce?: number; to?: Address } = {}): Promise<{ raw: Hex; hash: Hex }> {
  const { settlerPrivateKeys, network } = env();
  const settler = privateKeyToAccount(settlerPrivateKeys[0] as Hex);
  const chain = settlementChain();
  const call = batchCall(
    left.map((l) => l.item),
    TERMS.asset,
  );
  const sender = settler.address.toLowerCase();
  const accountNonce = changes.nonce ?? (await chain.getTransactionCount({ address: settler.address }));
  await resetNonce(sql(), network, sender, null, accountNonce);
  await sql()`update gas_accounts set next_nonce = ${accountNonce}`;
  engine().settler.accounts[0]?.forget();
  const fees = { maxFeePerGas: 10n ** 11n, maxPriorityFeePerGas: 10n ** 9n };
  const raw = await settler.signTransaction({ chainId: 84532, ...call, ...changes, nonce: accountNonce, ...fees, type: "eip1559" });
  const hash = keccak256(raw);
  const row = { hash, network, sender, accountNonce, raw: Buffer.from(raw.slice(2), "hex"), ...fees };
  expect(await recordSubmitted(sql(), row, left)).toEqual({ kind: "submitted" });
  for (const { id } of left) await abandon(id);
  return { raw, hash };
}

/** Somebody with gas of their own. */
function stranger(data: Hex, to: Address = TERMS.asset): Promise<Hex> {
  const minter = env().local?.minterPrivateKey as Hex;
  const { chain } = settlementChain();
  const wallet = createWalletClient({ account: privateKeyToAccount(minter), chain, transport: http(market.rpcUrl) });
  return wallet.sendTransaction({ to, data, chain });
}

const mined = (hash: Hex) => settlementChain().waitForTransactionReceipt({ hash });

beforeEach(async () => {
  // A transaction that a test left in the pool would be mined in the next one.
  await rpc(market.rpcUrl, "anvil_dropAllTransactions", []);
});

describe("an answer that flowed in a server that is gone", () => {
  it("is not charged when its payment had not been sent yet", async () => {
    const left = await leave("queued");
    await beginFlow(sql(), left.id, PRICE);
    await abandon(left.id);
    await turn();
    // While its lease runs, its own server may still be collecting it.
    expect(await stateOf(left.id)).toBe("queued");
    await sql()`update usages set held_until = now() - interval '1 second' where payment_id = ${left.id}`;
    await abandon(left.id);
    await turn();
    await later(left.id).toBe("released");
    expect(await spent(left.payer.address)).toBe(0n);
    expect(await findUsage(sql(), left.id)).toMatchObject({ delivery: "broken" });
  });
});

describe("what a crash left behind", () => {
  it("an abandoned claim is released, and the same payment is good again", async () => {
    const { id, headers, payer } = await leave("claimed");
    await turn();
    expect(await stateOf(id)).toBe("claimed");
    await abandon(id);
    await turn();
    expect(await findPayment(db(), id)).toMatchObject({ state: "released", reason: "interrupted", transaction: null });
    expect(await spent(payer.address)).toBe(0n);
    const before = runs();
    const response = await post(tool, { text: "hi" }, headers);
    expect([response.status, await response.text()]).toEqual([200, '{"text":"hi"}']);
    expect(runs()).toBe(before + 1);
    expect(await spent(payer.address)).toBe(PRICE);
  });

  it("an answer that was never settled is settled, and a copy gets it without another run", async () => {
    const { id, headers, payer } = await leave("queued");
    await turn();
    expect(await stateOf(id)).toBe("queued");
    await abandon(id);
    await turn();
    await later(id).toBe("settled");
    const before = runs();
    const copy = await post(tool, { text: "hi" }, headers);
    expect([copy.status, await copy.text(), copy.headers.get("X-Payment-Id")]).toEqual([200, '{"text":"kept"}', id]);
    expect(runs()).toBe(before);
    expect(receiptOf(copy)).toMatchObject({ success: true, transaction: (await findPayment(db(), id))?.transaction });
    expect(await spent(payer.address)).toBe(PRICE);
  });

  it("keeps an answer that nobody paid for yet, however old, until its payment is settled and a day longer", async () => {
    const { id, headers } = await leave("queued");
    await abandon(id);
    await connection().sql`update answers set expires_at = now() - interval '1 hour' where payment_id = ${id}`;
    await turn();
    await later(id).toBe("settled");
    const copy = await post(tool, { text: "hi" }, headers);
    expect([copy.status, await copy.text()]).toEqual([200, '{"text":"kept"}']);
  });
});

describe("a submitted payment", () => {
  it("whose transaction the node lost is broadcast again", async () => {
    const left = await leave("queued");
    const { hash } = await submitted([left]);
    await turn();
    await mined(hash);
    await turn();
    expect(await findPayment(db(), left.id)).toMatchObject({ state: "settled", transaction: hash });
    expect(await spent(left.payer.address)).toBe(PRICE);
  });

  it("whose place in the account's order went to another transaction is taken back and settles", async () => {
    const left = await leave("queued");
    const { hash } = await submitted([left], { nonce: 0 });
    await turn();
    expect(await findPayment(db(), left.id)).toMatchObject({ state: "queued", transaction: null });
    await abandon(left.id);
    await turn();
    await later(left.id).toBe("settled");
    expect((await findPayment(db(), left.id))?.transaction).not.toBe(hash);
    expect(await spent(left.payer.address)).toBe(PRICE);
  });

  it("that somebody else brought to the chain is settled with their transaction", async () => {
    const left = await leave("queued");
    await submitted([left]);
    const theirs = await stranger(transferCall(left.item));
    await mined(theirs);
    await turn();
    expect(await findPayment(db(), left.id)).toMatchObject({ state: "settled", transaction: theirs });
    expect(await spent(left.payer.address)).toBe(PRICE);
  });

  it("that somebody else brought to a block which is undone is settled again, once", async () => {
    const left = await leave("queued");
    await submitted([left]);
    const theirs = await stranger(transferCall(left.item));
    const { blockNumber } = await mined(theirs);
    await turn();
    expect(await findPayment(db(), left.id)).toMatchObject({ state: "settled", transaction: theirs });
    const head = BigInt(await rpc<Hex>(market.rpcUrl, "eth_blockNumber", []));
    await rpc(market.rpcUrl, "anvil_reorg", [Number(head - blockNumber) + 1, []]);
    expect(await spent(left.payer.address)).toBe(0n);
    await reorganisationWatch(engine().settler)();
    expect(await findPayment(db(), left.id)).toMatchObject({ state: "queued", transaction: null });
    await abandon(left.id);
    await turn();
    await later(left.id).toBe("settled");
    expect((await findPayment(db(), left.id))?.transaction).not.toBe(theirs);
    expect(await spent(left.payer.address)).toBe(PRICE);
  });

  it("whose transaction was reverted fails, though its signature is good for ever", async () => {
    const left = await leave("queued", { validBefore: 2n ** 256n - 1n });
    const { raw, hash } = await submitted([left], { gas: 40_000n });
    await rpc(market.rpcUrl, "eth_sendRawTransaction", [raw]);
    expect((await mined(hash)).status).toBe("reverted");
    await turn();
    expect(await findPayment(db(), left.id)).toMatchObject({ state: "failed", reason: "invalid_transaction_state" });
    expect(await spent(left.payer.address)).toBe(0n);
  });

  it("whose nonce the payer used up otherwise fails at once, and moves nothing to us", async () => {
    const left = await leave("queued", { validBefore: 2n ** 256n - 1n });
    await submitted([left]);
    const { nonce } = left.item.authorization;
    const other = await signPayment(left.payer, { ...TERMS, payTo: left.payer.address }, { nonce });
    await mined(await stranger(transferCall({ id: "", ...other })));
    await turn();
    expect(await findPayment(db(), left.id)).toMatchObject({ state: "failed", reason: "invalid_exact_evm_nonce_already_used" });
  });

  it("does not hold the others up when the ledger has something wrong of it", async () => {
    const poison = await leave("queued");
    await submitted([poison]);
    await connection().sql`update payments set nonce = '0x1' where id = ${poison.id}`;
    const left = await leave("queued");
    await abandon(left.id);
    await turn();
    await later(left.id).toBe("settled");
    await connection().sql`delete from payments where id = ${poison.id}`;
  });

  it("changes nothing when it runs twice, or twice at once", async () => {
    const left = await leave("queued");
    const { raw, hash } = await submitted([left]);
    await rpc(market.rpcUrl, "eth_sendRawTransaction", [raw]);
    await mined(hash);
    await Promise.all([turn(), turn()]);
    const once = await findPayment(db(), left.id);
    expect(once).toMatchObject({ state: "settled", transaction: hash });
    await turn();
    expect(await findPayment(db(), left.id)).toEqual(once);
    expect(await spent(left.payer.address)).toBe(PRICE);
  });
});

describe("two processes with one payment between them", () => {
  it("what another process has just sent is settled with their transaction, and not called failed", async () => {
    const left = await leave("queued");
    await rpc(market.rpcUrl, "evm_setAutomine", [false]);
    await rpc(market.rpcUrl, "evm_setIntervalMining", [0]);
    // The other process's transaction waits in the pool; ours still believes that the payment is merely queued.
    const theirs = await stranger(transferCall(left.item));
    const outcome = engine().queue.enqueue(left.item);
    await later(left.id).toBe("submitted");
    await rpc(market.rpcUrl, "evm_setAutomine", [true]);
    await rpc(market.rpcUrl, "evm_setIntervalMining", [1]);
    expect(await outcome).toMatchObject({ state: "settled", transaction: theirs });
    expect(await spent(left.payer.address)).toBe(PRICE);
  });

  it("a payment that another process took does not take its batch down", async () => {
    const [busy, taken, good] = [await leave("queued"), await leave("queued"), await leave("queued")];
    await connection().sql`update payments set state = 'submitted', transaction = '0x00', submitted_at = now() where id = ${taken.id}`;
    const outcomes = await Promise.all([busy, taken, good].map((l) => engine().queue.enqueue(l.item)));
    expect(outcomes.map((o) => o.state)).toEqual(["settled", "unknown", "settled"]);
    expect(await spent(taken.payer.address)).toBe(0n);
    await connection().sql`delete from payments where id = ${taken.id}`;
  });
});

describe("proof of a transfer", () => {
  it("one transfer pays one call: a nonce used on another transfer of the same transaction is no proof", async () => {
    const [left, burnt] = [await leave("queued"), await leave("queued")];
    const to = { ...TERMS, payTo: burnt.payer.address };
    const self = await signPayment(burnt.payer, to, { nonce: burnt.item.authorization.nonce });
    // The same payer pays another call for real in that very transaction.
    const paid = await signPayment(burnt.payer, TERMS, { nonce: toHex(randomBytes(32)) });
    const call = batchCall(
      [
        { id: "", ...self },
        { id: "", ...paid },
      ],
      TERMS.asset,
    );
    await mined(await stranger(call.data, call.to));
    await submitted([left, burnt], {});
    await turn();
    expect(await stateOf(burnt.id)).toBe("failed");
  });
});

describe("time", () => {
  it("an authorization that ended before the chain took it fails, and no money has moved", async () => {
    const left = await leave("queued");
    await recordHandedOver(sql(), [left], "http://facilitator.test");
    await abandon(left.id);
    await turn();
    expect(await stateOf(left.id)).toBe("submitted");
    await rpc(market.rpcUrl, "evm_increaseTime", [600]);
    await rpc(market.rpcUrl, "evm_mine", []);
    await abandon(left.id);
    await turn();
    expect(await findPayment(db(), left.id)).toMatchObject({
      state: "failed",
      transaction: null,
      reason: "invalid_exact_evm_payload_authorization_valid_before",
    });
    expect(await spent(left.payer.address)).toBe(0n);
  });
});
