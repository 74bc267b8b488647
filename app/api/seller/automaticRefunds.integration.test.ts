import type { Hex, PrivateKeyAccount } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as receiptRoute } from "@/app/api/payments/[id]/route";
import { GET as allowanceRoute, POST as askRoute, DELETE as revokeRoute } from "@/app/api/seller/allowance/route";
import { POST as grantRoute } from "@/app/api/seller/allowance/signature/route";
import { POST as reserveRoute } from "@/app/api/seller/payments/[id]/refunds/route";
import { POST as signatureRoute } from "@/app/api/seller/refunds/[ref]/signature/route";
import { GET as listRoute } from "@/app/api/seller/refunds/route";
import { connection } from "@/db/client";
import { rpc } from "@/lib/devnet/rpc";
import { refunderAccount } from "@/lib/refunds/refunder/account";
import { runRefunder } from "@/lib/refunds/refunder/run";
import { engine } from "@/lib/settlement/engine";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { meteredTool } from "@/lib/testing/meteredTool";
import { newPayer, signPayment, v2Header } from "@/lib/testing/payer";
import { post } from "@/lib/testing/requests";
import { type SignedIn, signIn } from "@/lib/testing/seller";
import { TERMS } from "@/lib/testing/terms";
import type { Tool } from "@/lib/tools/define";

const FULL = 25_000_000n;
const sql = () => connection().sql;

let market: TestMarket;
beforeAll(async () => {
  market = await startTestMarket({ SETTLE_WAIT_SECONDS: "3" });
});
afterAll(() => market.stop());

type Shop = SignedIn & { tool: Tool };

/** A seller of its own, with money, whose tool breaks off after its first parts. */
async function shop(): Promise<Shop> {
  const wallet = newPayer();
  await market.fund(wallet.address);
  const { tool } = meteredTool({ parts: 2, end: "broken" });
  const definition = { ...tool.definition, account: wallet.address, payTo: wallet.address };
  return { ...(await signIn(wallet)), tool: { ...tool, definition } };
}

/** A paid answer that breaks off; it costs 5,000. */
async function brokenSale({ tool }: Shop) {
  const payer = newPayer();
  await market.fund(payer.address);
  const terms = { ...TERMS, amount: "5000", payTo: tool.definition.payTo as Hex };
  const headers = { "PAYMENT-SIGNATURE": v2Header(await signPayment(payer, terms), terms) };
  const response = await post(tool, { words: 50, flow: true }, headers);
  expect([response.status, (await response.text()).includes("broken")]).toEqual([200, true]);
  return { id: response.headers.get("X-Payment-Id") ?? "", payer };
}

type TypedData = Parameters<PrivateKeyAccount["signTypedData"]>[0] & { message: { value: string; nonce: string; deadline: string } };

async function grant(seller: Shop, amount: bigint) {
  const asked =
    amount > 0n ? await seller.send(askRoute, {}, { amount: amount.toString() }) : await seller.send(revokeRoute, {}, undefined, "DELETE");
  const { typedData } = (await asked.json()) as { typedData: TypedData };
  return submit(seller, typedData, await seller.wallet.signTypedData(typedData));
}
function submit(seller: Shop, { message: { value, nonce, deadline } }: TypedData, signature: Hex) {
  return seller.send(grantRoute, {}, { amount: value, nonce, deadline, signature });
}
const allowance = async (seller: Shop) => (await seller.get(allowanceRoute, {})).json();
const granted = (seller: Shop) => expect.poll(async () => (await allowance(seller)).granted?.state, { timeout: 15_000 }).toBe("granted");

type Told = { id: string; payment: string; state: string; transaction: string; amount: string; reason: string; kind: string };
const refunds = async (seller: Shop): Promise<Told[]> => (await (await seller.get(listRoute, {})).json()).refunds;
const states = async (seller: Shop) => (await refunds(seller)).map((r) => r.state).sort();
const come = (seller: Shop, wanted: string[]) => expect.poll(() => states(seller), { timeout: 20_000 }).toEqual(wanted);
const transactions = (id: string | undefined) =>
  sql()<{ hash: string; accountNonce: number; state: string }[]>`
    select hash, account_nonce as "accountNonce", state from refund_transactions where refund_id = ${id ?? ""} order by sent_at`;

describe("an answer that broke off after it was paid for", () => {
  it("is owed until the seller allows it, and then given back by itself, with the reason", async () => {
    const seller = await shop();
    const { id, payer } = await brokenSale(seller);
    await come(seller, ["owed"]);
    expect(await allowance(seller)).toMatchObject({ available: true, left: "0", granted: null, owed: { count: 1, amount: "5000" } });
    expect((await grant(seller, 1_000_000n)).status).toBe(202);
    await come(seller, ["settled"]);
    expect(await market.balanceOf(payer.address)).toBe(FULL);
    const receipt = await (await receiptRoute(new Request("http://market.test/"), { params: Promise.resolve({ id }) })).json();
    expect(receipt.refunds).toMatchObject([{ amount: "5000", state: "settled", kind: "automatic", reason: "answer_broken" }]);
    expect(await allowance(seller)).toMatchObject({ left: "995000", owed: { count: 0 }, granted: { state: "granted" }, low: false });
    // From here on within seconds.
    const next = await brokenSale(seller);
    await come(seller, ["settled", "settled"]);
    expect(await market.balanceOf(next.payer.address)).toBe(FULL);
  });

  it("is given back as far as the allowance goes; the rest stays owed, and its seller is told that it is low", async () => {
    const seller = await shop();
    await brokenSale(seller);
    await brokenSale(seller);
    await come(seller, ["owed", "owed"]);
    await grant(seller, 9_999n);
    await come(seller, ["owed", "settled"]);
    expect(await allowance(seller)).toMatchObject({ left: "4999", low: true, owed: { count: 1 } });
    // By hand in the meantime, and it is owed no more.
    const owed = (await refunds(seller)).find((r) => r.state === "owed");
    const reserved = await (await seller.send(reserveRoute, { id: owed?.payment ?? "" }, { amount: "5000", reason: "goodwill" })).json();
    const signature = await seller.wallet.signTypedData(reserved.typedData);
    await seller.send(signatureRoute, { ref: reserved.refund.id }, { signature });
    await come(seller, ["settled", "settled"]);
  });

  it("is not given back out of an allowance that was revoked", async () => {
    const seller = await shop();
    await grant(seller, 1_000_000n);
    await granted(seller);
    await grant(seller, 0n);
    const { payer } = await brokenSale(seller);
    await expect.poll(async () => (await allowance(seller)).left, { timeout: 15_000 }).toBe("0");
    await come(seller, ["owed"]);
    expect(await market.balanceOf(payer.address)).toBe(FULL - 5_000n);
  });

  it("is given back with what its seller has not given back already", async () => {
    const seller = await shop();
    const { id, payer } = await brokenSale(seller);
    await come(seller, ["owed"]);
    const reserved = await (await seller.send(reserveRoute, { id }, { amount: "2000", reason: "goodwill" })).json();
    await seller.send(signatureRoute, { ref: reserved.refund.id }, { signature: await seller.wallet.signTypedData(reserved.typedData) });
    await grant(seller, 1_000_000n);
    await come(seller, ["settled", "settled"]);
    expect((await refunds(seller)).map((r) => r.amount).sort()).toEqual(["2000", "3000"]);
    expect(await market.balanceOf(payer.address)).toBe(FULL);
  });
});

describe("an allowance", () => {
  it("takes no signature of somebody else's, and none of another amount", async () => {
    const seller = await shop();
    const { typedData } = (await (await seller.send(askRoute, {}, { amount: "1000" })).json()) as { typedData: TypedData };
    const forged = await submit(seller, typedData, await newPayer().signTypedData(typedData));
    expect([forged.status, (await forged.json()).reason]).toEqual([409, "signature"]);
    const more = { ...typedData, message: { ...typedData.message, value: "2000" } };
    const bent = await submit(seller, more, await seller.wallet.signTypedData(typedData));
    expect([bent.status, (await bent.json()).reason]).toEqual([409, "signature"]);
    expect((await seller.send(askRoute, {}, { amount: "10000000001" })).status).toBe(400);
    expect((await allowance(seller)).granted).toBeNull();
  });
});

describe("the refunder sends nothing twice", () => {
  it("after a crash between writing and sending, the same bytes go out", async () => {
    const seller = await shop();
    await grant(seller, 1_000_000n);
    await granted(seller);
    const mend = cutRefunder();
    const { payer } = await brokenSale(seller);
    await come(seller, ["pending"]);
    const [refund] = await refunds(seller);
    const before = await transactions(refund?.id);
    expect(await market.balanceOf(payer.address)).toBe(FULL - 5_000n);
    mend();
    await come(seller, ["settled"]);
    expect(await transactions(refund?.id)).toMatchObject([{ hash: before[0]?.hash, state: "mined" }]);
    expect(await market.balanceOf(payer.address)).toBe(FULL);
  });

  it("one that is stuck is replaced at its own place, and gives back once", async () => {
    const seller = await shop();
    await grant(seller, 1_000_000n);
    await granted(seller);
    const mend = cutRefunder();
    const { payer } = await brokenSale(seller);
    await come(seller, ["pending"]);
    const [refund] = await refunds(seller);
    const [first] = await transactions(refund?.id);
    await sql()`update refund_transactions set sent_at = now() - interval '1 minute' where hash = ${first?.hash ?? ""}`;
    await expect.poll(async () => (await transactions(refund?.id)).length, { timeout: 15_000 }).toBe(2);
    mend();
    await come(seller, ["settled"]);
    const [one, two] = await transactions(refund?.id);
    expect(one?.accountNonce).toBe(two?.accountNonce);
    expect([one?.state, two?.state].sort()).toEqual(["mined", "replaced"]);
    expect(await market.balanceOf(payer.address)).toBe(FULL);
  });

  it("though several processes work at it, and its block is undone", async () => {
    const seller = await shop();
    await grant(seller, 1_000_000n);
    await granted(seller);
    const snapshot = await rpc(market.rpcUrl, "evm_snapshot", []);
    const account = refunderAccount();
    if (!account) throw new Error("there is no refunder");
    const owed = await Promise.all([brokenSale(seller), brokenSale(seller), brokenSale(seller)]);
    // Without a lease that keeps them apart.
    const others = Array.from({ length: 4 }, (_, i) => ({
      refunder: { ...engine().settler, account, notBefore: new Map() },
      holder: `other ${i}`,
    }));
    await expect
      .poll(
        async () => {
          await Promise.all(
            others.map(async ({ refunder, holder }) => {
              await sql()`delete from leases`;
              await runRefunder(refunder, holder).catch(() => undefined);
            }),
          );
          return states(seller);
        },
        { timeout: 20_000 },
      )
      .toEqual(["settled", "settled", "settled"]);
    for (const { payer } of owed) expect(await market.balanceOf(payer.address)).toBe(FULL);
    const nonces = await sql()<{ n: number }[]>`select account_nonce as n from refund_transactions where first order by 1`;
    expect(new Set(nonces.map((row) => row.n)).size).toBe(nonces.length);
    await rpc(market.rpcUrl, "evm_revert", [snapshot]);
    await sql()`delete from leases`;
    await expect.poll(async () => (await states(seller)).includes("pending"), { timeout: 10_000 }).toBe(true);
  });
});

/** Lets none of the refunder's transfers out: they alone call `transferFrom`. Gives what mends it. */
function cutRefunder(): () => void {
  const { chain } = engine().settler;
  const { sendRawSync, sendRaw } = chain;
  const unless =
    <R>(send: (raw: Hex) => Promise<R>) =>
    (raw: Hex) =>
      raw.includes("23b872dd") ? Promise.reject(new Error("the server died here")) : send(raw);
  Object.assign(chain, { sendRawSync: unless(sendRawSync), sendRaw: unless(sendRaw) });
  return () => void Object.assign(chain, { sendRawSync, sendRaw });
}
