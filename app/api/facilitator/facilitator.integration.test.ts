import { type Address, createWalletClient, encodeDeployData, getAddress, type Hex, http } from "viem";
import { type PrivateKeyAccount, privateKeyToAccount, privateKeyToAddress } from "viem/accounts";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { connection } from "@/db/client";
import { FAULTS } from "@/db/queries/claims";
import { settlementChain } from "@/lib/chainClient";
import { testPrivateKey } from "@/lib/devnet/accounts";
import { rpc } from "@/lib/devnet/rpc";
import { env } from "@/lib/env";
import { FACILITATOR_LIMITS } from "@/lib/facilitator/limits";
import { beginPayment } from "@/lib/facilitator/openPayments";
import type { Authorization, Requirements } from "@/lib/payments/types";
import { compileSolidity } from "@/lib/testing/compile";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { newPayer, signPayment, wirePayload } from "@/lib/testing/payer";
import { TERMS } from "@/lib/testing/terms";
import { POST as settleRoute } from "./settle/route";
import { GET as supportedRoute } from "./supported/route";
import { POST as verifyRoute } from "./verify/route";

let market: TestMarket;
beforeAll(async () => {
  market = await startTestMarket();
});
afterAll(() => market.stop());

const KEYS = ["first-key-of-the-facilitator", "second-key-of-the-facilitator"];
const waitSeconds = FACILITATOR_LIMITS.waitSeconds;
afterEach(() => void Object.assign(FACILITATOR_LIMITS, { waitSeconds }));

type Answer = { status: number; retryAfter: string | null; body: Record<string, unknown> };
type Ask = (body: unknown, headers?: Record<string, string>) => Promise<Answer>;

const asker =
  (route: (request: Request) => Promise<Response>): Ask =>
  async (body, headers = {}) => {
    const init = { method: "POST", headers, body: JSON.stringify(body) };
    const response = await route(new Request("http://market.test/api/facilitator", init));
    return { status: response.status, retryAfter: response.headers.get("retry-after"), body: await response.json() };
  };
const settle = asker(settleRoute);
const verify = asker(verifyRoute);

async function fundedPayer(): Promise<PrivateKeyAccount> {
  const payer = newPayer();
  await market.fund(payer.address);
  return payer;
}

/** Somebody else's terms, and the payment of them. */
async function foreign(payer: PrivateKeyAccount, terms: Partial<Requirements> = {}, overrides: Partial<Authorization> = {}) {
  const paymentRequirements = { ...TERMS, payTo: newPayer().address, amount: "1234", ...terms };
  const signed = await signPayment(payer, paymentRequirements, overrides);
  const paymentPayload = { x402Version: 2, accepted: paymentRequirements, payload: wirePayload(signed) };
  return { signed, body: { x402Version: 2, paymentPayload, paymentRequirements } };
}

async function smartWallet(owner: Address): Promise<Address> {
  const { SmartWallet } = compileSolidity("lib/testing/contracts/SmartWallet.sol", { evmVersion: "paris" });
  const { abi, bytecode } = SmartWallet ?? { abi: [], bytecode: "0x" as const };
  const { chain } = settlementChain();
  const account = privateKeyToAccount(testPrivateKey("deployer"));
  const wallet = createWalletClient({ account, chain, transport: http(market.rpcUrl) });
  const hash = await wallet.sendTransaction({ data: encodeDeployData({ abi, bytecode, args: [owner, false] }), chain });
  const { contractAddress } = await settlementChain().waitForTransactionReceipt({ hash });
  return getAddress(contractAddress ?? "0x");
}

describe("settling for others", () => {
  it("puts what comes at the same time into one transaction", async () => {
    const payers = await Promise.all(Array.from({ length: 30 }, fundedPayer));
    const requests = await Promise.all(payers.map((p) => foreign(p)));
    const answers = await Promise.all(requests.map((r) => settle(r.body)));
    expect(answers.map((a) => a.body.success)).toEqual(payers.map(() => true));
    const transactions = new Set(answers.map((a) => a.body.transaction));
    expect(transactions.size).toBeLessThan(10);
    for (const [i, { body }] of requests.entries()) {
      expect(await market.balanceOf(body.paymentRequirements.payTo)).toBe(1234n);
      expect(answers[i]?.body).toMatchObject({ payer: payers[i]?.address, network: "eip155:84532", amount: "1234" });
    }
  });

  it("gives copies, at once or afterwards, the one transaction, for a while", async () => {
    const { body } = await foreign(await fundedPayer());
    const verified = await Promise.all([verify(body), verify(body), verify(body)]);
    expect(verified.map((v) => v.body.isValid)).toEqual([true, true, true]);
    const answers = await Promise.all([settle(body), settle(body), settle(body)]);
    answers.push(await settle(body));
    expect(answers.map((a) => a.body.errorReason ?? null)).toEqual([null, null, null, null]);
    expect(new Set(answers.map((a) => a.body.transaction)).size).toBe(1);
    expect(answers.every((a) => a.body.success)).toBe(true);
    expect(await market.balanceOf(body.paymentRequirements.payTo)).toBe(1234n);
    await connection()
      .sql`update payments set closed_at = closed_at - interval '121 seconds' where transaction = ${String(answers[0]?.body.transaction)}`;
    expect((await settle(body)).body).toMatchObject({ success: false, errorReason: "invalid_exact_evm_nonce_already_used" });
  });

  it("does not call a payment settled that only shares its nonce, or was not signed the same", async () => {
    const payer = await fundedPayer();
    const { body, signed } = await foreign(payer);
    expect((await settle(body)).body.success).toBe(true);
    const { nonce } = signed.authorization;
    const other = await foreign(payer, { amount: "9999" }, { nonce });
    const stolen = structuredClone(other.body);
    stolen.paymentPayload.payload.signature = signed.signature;
    for (const request of [other.body, stolen]) {
      expect((await settle(request)).body).toMatchObject({ success: false, errorReason: "invalid_exact_evm_nonce_already_used" });
    }
  });

  it("takes a smart wallet's payment, by the wallet's own check", async () => {
    const owner = newPayer();
    const from = await smartWallet(owner.address);
    await market.fund(from);
    const { body } = await foreign(owner, {}, { from });
    expect((await verify(body)).body).toEqual({ isValid: true, payer: from });
    expect((await settle(body)).body).toMatchObject({ success: true, payer: from });
    const forged = await foreign(newPayer(), {}, { from });
    expect((await settle(forged.body)).body).toMatchObject({ errorReason: "invalid_exact_evm_payload_signature" });
  });

  it("says pending, with the transaction, when the chain takes too long, and waits for it when it is asked again", async () => {
    Object.assign(FACILITATOR_LIMITS, { waitSeconds: 1 });
    const { body } = await foreign(await fundedPayer());
    await rpc(market.rpcUrl, "evm_setAutomine", [false]);
    await rpc(market.rpcUrl, "evm_setIntervalMining", [0]);
    const first = await settle(body);
    expect(first).toMatchObject({ status: 200, body: { success: false, errorReason: "settlement_pending" } });
    Object.assign(FACILITATOR_LIMITS, { waitSeconds: 20 });
    const second = settle(body);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await rpc(market.rpcUrl, "evm_setAutomine", [true]);
    await rpc(market.rpcUrl, "evm_setIntervalMining", [1]);
    expect((await second).body).toMatchObject({ success: true, transaction: first.body.transaction });
  });
});

describe("our gas", () => {
  it("is not spent on the same money twice", async () => {
    const payer = await fundedPayer();
    const requests = await Promise.all(["20000000", "20000000"].map((amount) => foreign(payer, { amount })));
    const sent = () => settlementChain().getTransactionCount({ address: settler() });
    const before = await sent();
    const answers = await Promise.all(requests.map((r) => settle(r.body)));
    expect(answers.map((a) => a.body.success).sort()).toEqual([false, true]);
    expect(answers.find((a) => !a.body.success)?.body.errorReason).toBe("insufficient_funds");
    expect((await sent()) - before).toBe(1);
  });

  it("is kept from payers whose payments keep failing", async () => {
    const payer = await fundedPayer();
    const { sql } = connection();
    for (let n = 0; n < FAULTS.most; n += 1) {
      await sql`insert into payer_faults (payment_id, payer) values (${`fault_${n}`}, ${payer.address.toLowerCase()})`;
    }
    const answer = await settle((await foreign(payer)).body);
    expect(answer).toMatchObject({
      status: 429,
      body: { error: "payer_slowed", success: false, errorReason: "payer_slowed", transaction: "" },
    });
    expect(Number(answer.retryAfter)).toBeGreaterThan(0);
  });

  it("is not there for a caller with too many open payments", async () => {
    const begin = () => beginPayment("facilitator somebody");
    for (let n = 0; n < FACILITATOR_LIMITS.openPayments; n += 1) await begin();
    await expect(begin()).rejects.toMatchObject({ code: "rate_limited" });
  });
});

describe("on a real network", () => {
  beforeAll(() => {
    // The chain stays the local one; what the market thinks of it changes.
    Object.assign(env(), { local: null, facilitatorAccessKeys: KEYS });
  });
  const bearer = (key: string | undefined) => ({ authorization: `Bearer ${key}` });

  it("asks for a key, by verify and settle, and shows everybody what it supports", async () => {
    const { body } = await foreign(await fundedPayer());
    for (const headers of [{}, bearer("wrong"), bearer(`${KEYS[0]}x`), { authorization: KEYS[0] ?? "" }]) {
      expect(await verify(body, headers)).toMatchObject({ status: 401, body: { error: "unauthorized", isValid: false } });
      expect(await settle(body, headers)).toMatchObject({ status: 401, body: { error: "unauthorized", success: false } });
    }
    expect((await verify(body, bearer(KEYS[0]))).body).toMatchObject({ isValid: true });
    expect((await settle(body, bearer(KEYS[1]))).body).toMatchObject({ success: true });
    const supported = await supportedRoute(new Request("http://market.test/"));
    expect(await supported.json()).toEqual({
      kinds: [
        { x402Version: 2, scheme: "exact", network: "eip155:84532" },
        { x402Version: 1, scheme: "exact", network: "base-sepolia" },
      ],
      extensions: [],
      signers: { "eip155:*": [settler()] },
    });
  });

  it("gives one key's transaction to no other key", async () => {
    const { body } = await foreign(await fundedPayer());
    expect((await settle(body, bearer(KEYS[0]))).body.success).toBe(true);
    expect((await settle(body, bearer(KEYS[1]))).body).toMatchObject({ errorReason: "invalid_exact_evm_nonce_already_used" });
  });

  it("lets nobody guess for long, and no key ask without end", async () => {
    const from = { "x-forwarded-for": "192.0.2.1", ...bearer("guess") };
    const statuses: number[] = [];
    for (let n = 0; n <= FACILITATOR_LIMITS.strangers.burst; n += 1) statuses.push((await verify({}, from)).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([401, 429]);
    expect((await verify({}, { ...from, "x-forwarded-for": "192.0.2.2" })).status).toBe(401);
    const { burst } = FACILITATOR_LIMITS.perKey;
    const answers = await Promise.all(Array.from({ length: burst * 2 }, () => verify({}, bearer(KEYS[0]))));
    const refused = answers.filter((a) => a.status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]).toMatchObject({ retryAfter: "1", body: { error: "rate_limited", isValid: false } });
    expect((await verify({}, bearer(KEYS[1]))).status).toBe(400);
  });

  it("is not there at all without keys", async () => {
    Object.assign(env(), { facilitatorAccessKeys: [] });
    expect((await verify({})).status).toBe(404);
    expect((await supportedRoute(new Request("http://market.test/"))).status).toBe(404);
  });
});

function settler(): Address {
  return privateKeyToAddress(env().settlerPrivateKeys[0] as Hex);
}
