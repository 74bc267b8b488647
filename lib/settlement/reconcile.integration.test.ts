import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Address, createWalletClient, type Hex, http, keccak256, toHex } from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connection, db } from "@/db/client";
import { insertClaim, storeAnswer } from "@/db/queries/claims";
import { findPayment } from "@/db/queries/payments";
import { recordHandedOver, recordSubmitted } from "@/db/queries/settlements";
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
import { batchCall, transferCall } from "./calldata";
import { engine } from "./engine";
import { facilitatorSubmitter } from "./facilitator";
import { toInt8, toStored } from "./item";
import { reconcileOnce } from "./reconciler";
import type { SettlementItem } from "./types";

let market: TestMarket;
beforeAll(async () => {
  market = await startTestMarket();
  // These tests turn the wheel themselves.
  engine().stop();
});
afterAll(() => market.stop());

const turn = () => reconcileOnce({ db: db(), client: settlementChain(), usdc: TERMS.asset, queue: engine().queue, everyMs: 1_000 });
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
async function leave(state: "claimed" | "answered", overrides: Partial<Authorization> = {}): Promise<Left> {
  const payer = await fundedPayer();
  const { authorization, signature, headers } = await signFor(tool, payer, overrides);
  const id = newPaymentId();
  await insertClaim(db(), {
    id,
    tool: "echo",
    seller: "tester",
    payer: payer.address.toLowerCase(),
    payTo: authorization.to.toLowerCase(),
    network: TERMS.network,
    asset: TERMS.asset.toLowerCase(),
    amount: authorization.value,
    nonce: authorization.nonce,
    validBefore: toInt8(authorization.validBefore),
    authorization: toStored(authorization),
    signature,
    fingerprint: fingerprint("POST", "/api/v1/echo", { text: "hi" }),
    x402Version: 2,
    client: null,
    receivedAt: new Date(),
    verifiedAt: new Date(),
  });
  const answer = { status: 200, contentType: "application/json", body: Buffer.from('{"text":"kept"}') };
  if (state === "answered") await storeAnswer(db(), id, answer, 3600);
  return { id, payer, item: { id, authorization, signature }, headers };
}

/** Makes a row look as old as that, in every step that it has reached. */
async function age(id: string, seconds: number): Promise<void> {
  await connection().sql`update payments set claimed_at = claimed_at - make_interval(secs => ${seconds}),
    submitted_at = submitted_at - make_interval(secs => ${seconds}) where id = ${id}`;
}

/** The settler's transaction for these payments, in the ledger as submitted and not on the chain. */
async function submitted(left: Left[], changes: { gas?: bigint; nonce?: number; to?: Address } = {}): Promise<{ raw: Hex; hash: Hex }> {
  const { settlerPrivateKey, network } = env();
  const settler = privateKeyToAccount(settlerPrivateKey as Hex);
  const chain = settlementChain();
  const call = batchCall(
    left.map((l) => l.item),
    TERMS.asset,
  );
  const accountNonce = changes.nonce ?? (await chain.getTransactionCount({ address: settler.address }));
  const fees = { maxFeePerGas: 10n ** 11n, maxPriorityFeePerGas: 10n ** 9n };
  const raw = await settler.signTransaction({ chainId: 84532, ...call, ...changes, nonce: accountNonce, ...fees, type: "eip1559" });
  const hash = keccak256(raw);
  const row = { hash, network, sender: settler.address.toLowerCase(), accountNonce, raw, paymentCount: left.length };
  await recordSubmitted(
    db(),
    row,
    left.map((l) => l.id),
  );
  for (const { id } of left) await age(id, 30);
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

describe("what a crash left behind", () => {
  it("an abandoned claim is released, and the same payment is good again", async () => {
    const { id, headers, payer } = await leave("claimed");
    await turn();
    expect(await stateOf(id)).toBe("claimed");
    await age(id, 300);
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
    const { id, headers, payer } = await leave("answered");
    await turn();
    expect(await stateOf(id)).toBe("answered");
    await age(id, 60);
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
    const { id, headers } = await leave("answered");
    await age(id, 90_000);
    await connection().sql`update answers set expires_at = now() - interval '1 hour' where payment_id = ${id}`;
    await turn();
    await later(id).toBe("settled");
    const copy = await post(tool, { text: "hi" }, headers);
    expect([copy.status, await copy.text()]).toEqual([200, '{"text":"kept"}']);
  });
});

describe("a submitted payment", () => {
  it("whose transaction the node lost is broadcast again", async () => {
    const left = await leave("answered");
    const { hash } = await submitted([left]);
    await turn();
    await mined(hash);
    await turn();
    expect(await findPayment(db(), left.id)).toMatchObject({ state: "settled", transaction: hash });
    expect(await spent(left.payer.address)).toBe(PRICE);
  });

  it("whose place in the account's order went to another transaction is taken back and settles", async () => {
    const left = await leave("answered");
    const { hash } = await submitted([left], { nonce: 0 });
    await turn();
    expect(await findPayment(db(), left.id)).toMatchObject({ state: "answered", transaction: null });
    await age(left.id, 60);
    await turn();
    await later(left.id).toBe("settled");
    expect((await findPayment(db(), left.id))?.transaction).not.toBe(hash);
    expect(await spent(left.payer.address)).toBe(PRICE);
  });

  it("that somebody else brought to the chain is settled with their transaction", async () => {
    const left = await leave("answered");
    await submitted([left]);
    const theirs = await stranger(transferCall(left.item));
    await mined(theirs);
    await turn();
    expect(await findPayment(db(), left.id)).toMatchObject({ state: "settled", transaction: theirs });
    expect(await spent(left.payer.address)).toBe(PRICE);
  });

  it("whose transaction was reverted fails, though its signature is good for ever", async () => {
    const left = await leave("answered", { validBefore: 2n ** 256n - 1n });
    const { raw, hash } = await submitted([left], { gas: 40_000n });
    await rpc(market.rpcUrl, "eth_sendRawTransaction", [raw]);
    expect((await mined(hash)).status).toBe("reverted");
    await turn();
    expect(await findPayment(db(), left.id)).toMatchObject({ state: "failed", reason: "invalid_transaction_state" });
    expect(await spent(left.payer.address)).toBe(0n);
  });

  it("whose nonce the payer used up otherwise fails at once, and moves nothing to us", async () => {
    const left = await leave("answered", { validBefore: 2n ** 256n - 1n });
    await submitted([left]);
    const { nonce } = left.item.authorization;
    const other = await signPayment(left.payer, { ...TERMS, payTo: left.payer.address }, { nonce });
    await mined(await stranger(transferCall({ id: "", ...other })));
    await turn();
    expect(await findPayment(db(), left.id)).toMatchObject({ state: "failed", reason: "invalid_exact_evm_nonce_already_used" });
  });

  it("does not hold the others up when the ledger has something wrong of it", async () => {
    const poison = await leave("answered");
    await submitted([poison]);
    await connection().sql`update payments set "authorization" = '{"from":"0x","nonce":"0x1"}' where id = ${poison.id}`;
    const left = await leave("answered");
    await age(left.id, 60);
    await turn();
    await later(left.id).toBe("settled");
    await connection().sql`delete from payments where id = ${poison.id}`;
  });

  it("changes nothing when it runs twice, or twice at once", async () => {
    const left = await leave("answered");
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
  it("what another process has just sent is not called failed", async () => {
    const left = await leave("answered");
    await rpc(market.rpcUrl, "evm_setAutomine", [false]);
    await rpc(market.rpcUrl, "evm_setIntervalMining", [0]);
    try {
      // The other process's transaction waits in the pool; ours still believes that the payment is merely answered.
      await stranger(transferCall(left.item));
      const outcome = await engine().queue.enqueue(left.item);
      expect(outcome.state).toBe("unknown");
      expect(await stateOf(left.id)).toBe("answered");
    } finally {
      await rpc(market.rpcUrl, "evm_setAutomine", [true]);
      await rpc(market.rpcUrl, "evm_setIntervalMining", [1]);
    }
    await age(left.id, 60);
    await expect.poll(() => spent(left.payer.address), { timeout: 5_000 }).toBe(PRICE);
    await turn();
    await later(left.id).toBe("settled");
  });

  it("a payment that another process took does not take its batch down", async () => {
    const [busy, taken, good] = [await leave("answered"), await leave("answered"), await leave("answered")];
    await connection().sql`update payments set state = 'submitted', transaction = '0x00', submitted_at = now() where id = ${taken.id}`;
    const outcomes = await Promise.all([busy, taken, good].map((l) => engine().queue.enqueue(l.item)));
    expect(outcomes.map((o) => o.state)).toEqual(["settled", "unknown", "settled"]);
    expect(await spent(taken.payer.address)).toBe(0n);
    await connection().sql`delete from payments where id = ${taken.id}`;
  });
});

describe("a remote facilitator", () => {
  async function told(receipt: Record<string, unknown>) {
    const server = createServer((_, response) => response.end(JSON.stringify(receipt))).listen(0, "127.0.0.1");
    await once(server, "listening");
    const left = await leave("answered");
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const submit = facilitatorSubmitter({ url, db: db(), client: settlementChain(), requirementsOf: () => TERMS, timeoutMs: 2_000 });
    const outcome = (await (await submit([left.item])).outcomes).get(left.id);
    server.close();
    return { outcome, state: await stateOf(left.id) };
  }

  it.each([
    [{ success: true, transaction: "0x1" }, { state: "unknown" }],
    [{ success: false, errorReason: "unexpected_settle_error" }, { state: "unknown" }],
    [{ success: false, errorReason: "invalid_transaction_state" }, { state: "unknown" }],
    [{ success: false, errorReason: "some_words_of_its_own" }, { state: "unknown" }],
    [
      { success: false, errorReason: "insufficient_funds" },
      { state: "failed", reason: "insufficient_funds" },
    ],
  ])("that says %j is believed as far as the chain bears it out", async (receipt, expected) => {
    const { outcome, state } = await told(receipt);
    expect(outcome).toEqual(expected);
    expect(state).toBe(expected.state === "failed" ? "failed" : "submitted");
  });
});

describe("proof of a transfer", () => {
  it("one transfer pays one call: a nonce used on another transfer of the same transaction is no proof", async () => {
    const [left, burnt] = [await leave("answered"), await leave("answered")];
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
    const left = await leave("answered");
    await recordHandedOver(db(), left.id);
    await age(left.id, 30);
    await turn();
    expect(await stateOf(left.id)).toBe("submitted");
    await rpc(market.rpcUrl, "evm_increaseTime", [600]);
    await rpc(market.rpcUrl, "evm_mine", []);
    await turn();
    expect(await findPayment(db(), left.id)).toMatchObject({
      state: "failed",
      transaction: null,
      reason: "invalid_exact_evm_payload_authorization_valid_before",
    });
    expect(await spent(left.payer.address)).toBe(0n);
  });
});
