import { createHash } from "node:crypto";
import { createWalletClient, encodeDeployData, type Hex, http } from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as complainRoute, GET as disputeRoute, DELETE as withdrawRoute } from "@/app/api/payments/[id]/dispute/route";
import { POST as askRoute } from "@/app/api/seller/allowance/route";
import { POST as grantRoute } from "@/app/api/seller/allowance/signature/route";
import { POST as answerRoute } from "@/app/api/seller/disputes/[id]/answer/route";
import { GET as listRoute } from "@/app/api/seller/disputes/route";
import { POST as reserveRoute } from "@/app/api/seller/payments/[id]/refunds/route";
import { POST as signatureRoute } from "@/app/api/seller/refunds/[ref]/signature/route";
import { connection, db } from "@/db/client";
import { disputeRates } from "@/db/queries/disputeRates";
import { settlementChain } from "@/lib/chainClient";
import { testPrivateKey } from "@/lib/devnet/accounts";
import { disputeText, withdrawalText } from "@/lib/disputes/proofText";
import { compileSolidity } from "@/lib/testing/compile";
import { echoTool } from "@/lib/testing/echoTool";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { newPayer, signPayment, v2Header } from "@/lib/testing/payer";
import { post } from "@/lib/testing/requests";
import { type SignedIn, signIn } from "@/lib/testing/seller";
import { TERMS } from "@/lib/testing/terms";

const FULL = 25_000_000n;
const sql = () => connection().sql;
const { tool } = echoTool();
const sellerWallet = privateKeyToAccount(testPrivateKey("seller"));

let market: TestMarket;
let seller: SignedIn;
beforeAll(async () => {
  market = await startTestMarket();
  await market.fund(sellerWallet.address);
  seller = await signIn(sellerWallet);
});
afterAll(() => market.stop());

/** A sale; `from`: the smart wallet that the payer signs for. */
async function sale(payer = newPayer(), from?: Hex) {
  await market.fund(from ?? payer.address);
  const terms = { ...TERMS, payTo: sellerWallet.address };
  const headers = { "PAYMENT-SIGNATURE": v2Header(await signPayment(payer, terms, from ? { from } : {}), terms) };
  const response = await post(tool, { text: "hi" }, headers);
  expect(response.status).toBe(200);
  return { id: response.headers.get("X-Payment-Id") ?? "", payer };
}

const route = (handler: typeof complainRoute, id: string, body?: unknown, headers: Record<string, string> = {}, method = "POST") =>
  handler(
    new Request("http://market.test/", {
      method,
      headers: { host: "market.test", "content-type": "application/json", ...headers },
      body: body === undefined ? null : JSON.stringify(body),
    }),
    { params: Promise.resolve({ id }) },
  );

async function complain(id: string, who: PrivateKeyAccount, words = "It says nothing.", reason = "answer_wrong") {
  const wordsHash = createHash("sha256").update(words).digest("hex");
  const signature = await who.signMessage({ message: disputeText({ payment: id, reason, wordsHash }) });
  const response = await route(complainRoute, id, { reason, words, signature });
  return { status: response.status, body: await response.json() };
}
const look = async (id: string) =>
  (await (await disputeRoute(new Request("http://market.test/"), { params: Promise.resolve({ id }) })).json()).dispute;
const comes = (id: string, state: string) => expect.poll(async () => (await look(id)).state, { timeout: 15_000 }).toBe(state);

describe("a dispute is opened", () => {
  it("by the payer's signature, once for ever, and its seller reads the words", async () => {
    const { id, payer } = await sale();
    const opened = await complain(id, payer);
    expect(opened).toMatchObject({ status: 200, body: { dispute: { payment: id, state: "open", reason: "answer_wrong", refund: null } } });
    // Not what the payer wrote: this page is for everybody.
    expect(JSON.stringify(opened.body)).not.toContain("It says nothing");
    expect(await complain(id, payer)).toMatchObject({ status: 409, body: { error: "dispute_refused", reason: "twice" } });
    const { disputes } = await (await seller.get(listRoute, {}, "?state=open")).json();
    expect(disputes[0]).toMatchObject({ payment: id, words: "It says nothing.", payer: payer.address.toLowerCase() });
    const other = await signIn(newPayer());
    expect(await (await other.get(listRoute, {})).json()).toEqual({ disputes: [], older: null });
  });

  it("by nobody else, and by no signature of other words", async () => {
    const { id, payer } = await sale();
    expect(await complain(id, newPayer())).toMatchObject({ status: 401, body: { error: "unauthorized" } });
    const signature = await payer.signMessage({ message: disputeText({ payment: id, reason: "answer_wrong", wordsHash: "00" }) });
    expect((await route(complainRoute, id, { reason: "answer_wrong", words: "other", signature })).status).toBe(401);
    expect((await route(complainRoute, id, { reason: "answer_wrong" })).status).toBe(401);
    const { cookie } = await signIn(sellerWallet);
    const asSeller = { cookie, origin: "http://market.test" };
    expect((await route(complainRoute, id, { reason: "answer_wrong" }, asSeller)).status).toBe(401);
    expect((await disputeRoute(new Request("http://market.test/"), { params: Promise.resolve({ id }) })).status).toBe(404);
  });

  it("by whoever is signed in with the paying wallet, from this site alone", async () => {
    const { id, payer } = await sale();
    const { cookie } = await signIn(payer);
    expect((await route(complainRoute, id, { reason: "no_answer" }, { cookie, origin: "https://evil.example" })).status).toBe(403);
    expect((await route(complainRoute, id, { reason: "no_answer" }, { cookie, origin: "http://market.test" })).status).toBe(200);
  });

  it("within seven days of the settlement, of what was really paid and not given back", async () => {
    const late = await sale();
    await sql()`update payments set closed_at = now() - interval '7 days 1 minute' where id = ${late.id}`;
    expect((await complain(late.id, late.payer)).body.reason).toBe("too_late");
    const open = await sale();
    await sql()`update payments set state = 'queued' where id = ${open.id}`;
    expect((await complain(open.id, open.payer)).body.reason).toBe("not_settled");
    await sql()`update payments set state = 'settled' where id = ${open.id}`;
    await refund(open.id);
    expect((await complain(open.id, open.payer)).body.reason).toBe("given_back");
    expect((await complain("pay_none", open.payer)).status).toBe(404);
  });

  it("by a smart wallet, whose contract checks the signature", async () => {
    const [owner, rich] = [newPayer(), privateKeyToAccount(testPrivateKey("deployer"))];
    const compiled = compileSolidity("lib/testing/contracts/SmartWallet.sol", { evmVersion: "paris" }).SmartWallet;
    const data = encodeDeployData({ abi: compiled?.abi ?? [], bytecode: compiled?.bytecode ?? "0x", args: [owner.address, false] });
    const { chain } = settlementChain();
    const hash = await createWalletClient({ account: rich, chain, transport: http(market.rpcUrl) }).sendTransaction({ data, chain });
    const wallet = (await settlementChain().waitForTransactionReceipt({ hash })).contractAddress as Hex;
    const { id } = await sale(owner, wallet);
    expect((await complain(id, newPayer())).status).toBe(401);
    expect((await complain(id, owner)).body.dispute.state).toBe("open");
  });
});

async function refund(id: string, amount = "5000") {
  const reserved = await (await seller.send(reserveRoute, { id }, { amount, reason: "answer_wrong" })).json();
  const signature = await sellerWallet.signTypedData(reserved.typedData);
  return (await seller.send(signatureRoute, { ref: reserved.refund.id }, { signature })).json();
}

describe("its seller", () => {
  it("gives the money back", async () => {
    const { id, payer } = await sale();
    await complain(id, payer);
    expect((await refund(id)).refund).toMatchObject({ kind: "dispute", state: "settled" });
    await comes(id, "refunded");
    expect((await look(id)).refund).toMatchObject({ state: "settled" });
    expect(await market.balanceOf(payer.address)).toBe(FULL);
  });

  it("declines with words, which the payer reads; and nobody else may", async () => {
    const { id, payer } = await sale();
    const { body } = await complain(id, payer);
    const other = await signIn(newPayer());
    expect((await other.send(answerRoute, { id: body.dispute.id }, { words: "no" })).status).toBe(404);
    expect((await seller.send(answerRoute, { id: body.dispute.id }, { words: " " })).status).toBe(400);
    expect((await seller.send(answerRoute, { id: body.dispute.id }, { words: "It is right: see the docs." })).status).toBe(200);
    expect(await look(id)).toMatchObject({ state: "declined", sellerWords: "It is right: see the docs.", refund: null });
    expect((await seller.send(answerRoute, { id: body.dispute.id }, { words: "again" })).status).toBe(404);
    // Another mind is another refund.
    await refund(id);
    await comes(id, "refunded");
  });

  it("is silent for seven days: it is lost, owed, and given back once there is an allowance", async () => {
    const { id, payer } = await sale();
    await complain(id, payer);
    await sql()`update disputes set due_at = now() - interval '1 second' where payment_id = ${id}`;
    await comes(id, "lost");
    expect((await look(id)).refund).toMatchObject({ state: "owed" });
    const { typedData } = await (await seller.send(askRoute, {}, { amount: "1000000" })).json();
    const { value, nonce, deadline } = typedData.message;
    const signature = await sellerWallet.signTypedData(typedData);
    expect((await seller.send(grantRoute, {}, { amount: value, nonce, deadline, signature })).status).toBe(202);
    await expect.poll(async () => (await look(id)).refund?.state, { timeout: 15_000 }).toBe("settled");
    expect(await market.balanceOf(payer.address)).toBe(FULL);
    expect((await look(id)).state).toBe("lost");
  });
});

it("its payer takes it back", async () => {
  const { id, payer } = await sale();
  await complain(id, payer);
  const by = async (who: PrivateKeyAccount) => {
    const signature = await who.signMessage({ message: withdrawalText(id) });
    return (await route(withdrawRoute, id, { signature }, {}, "DELETE")).status;
  };
  expect(await by(newPayer())).toBe(401);
  expect(await by(payer)).toBe(200);
  expect(await by(payer)).toBe(409);
  expect((await look(id)).state).toBe("withdrawn");
});

it("rates are public", async () => {
  const rates = await disputeRates(db(), { account: sellerWallet.address.toLowerCase() });
  expect(rates).toMatchObject({ lost: 1, refunds: 4 });
  expect(rates.disputes).toBe(6);
  expect(await disputeRates(db(), { tool: tool.definition.slug })).toEqual(rates);
});
