import { type Hex, toHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { connection, db } from "@/db/client";
import { findPayment } from "@/db/queries/payments";
import { settlementChain } from "@/lib/chainClient";
import { testPrivateKey } from "@/lib/devnet/accounts";
import { rpc } from "@/lib/devnet/rpc";
import { echoTool } from "@/lib/testing/echoTool";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { newPayer } from "@/lib/testing/payer";
import { post, signFor } from "@/lib/testing/requests";
import { engine } from "./engine";
import { reorganisationWatch } from "./reorganisations";
import { tendTransactions } from "./tendTransactions";
import { watchBalances } from "./watchBalances";

let market: TestMarket;
const SECOND: Hex = `0x${"5c".repeat(32)}`;
beforeAll(async () => {
  market = await startTestMarket({
    SETTLE_WAIT_SECONDS: "3",
    SETTLER_PRIVATE_KEY: `${testPrivateKey("settler")},${SECOND}`,
    MAX_FEE_GWEI: "50",
  });
  await give(privateKeyToAccount(SECOND).address, 10n ** 18n);
});
afterAll(() => market.stop());
afterEach(() => mining(true));

const { tool } = echoTool();
const sql = () => connection().sql;
const give = (address: string, wei: bigint) => rpc(market.rpcUrl, "anvil_setBalance", [address, toHex(wei)]);
const idOf = (response: Response) => response.headers.get("X-Payment-Id") ?? "";
const row = (id: string) => findPayment(db(), id);
const later = (id: string) => expect.poll(async () => (await row(id))?.state, { timeout: 30_000 });
const steps = async (id: string) => (await sql()`select step from payment_events where payment_id = ${id} order by id`).map((r) => r.step);

async function mining(on: boolean): Promise<void> {
  await rpc(market.rpcUrl, "evm_setAutomine", [on]);
  await rpc(market.rpcUrl, "evm_setIntervalMining", [on ? 1 : 0]);
}

/** `before`: what happens to the chain between the wallet's filling and the call. */
async function call(before: () => Promise<unknown> = async () => undefined) {
  const payer = newPayer();
  await market.fund(payer.address);
  const { headers } = await signFor(tool, payer);
  await before();
  return { payer, headers, response: await post(tool, { text: "hi" }, headers) };
}
const balances = () => Promise.all(engine().settler.accounts.map((a) => settlementChain().getBalance({ address: a.address })));

describe("transactions", () => {
  it("the second gas account works while the first waits for the chain", async () => {
    const before = await balances();
    const first = await call(() => mining(false));
    expect(first.response.status).toBe(202);
    await mining(true);
    const second = await call(() => mining(false));
    const ids = [first, second].map(({ response }) => idOf(response));
    const senders = await sql()`select distinct sender from settlements where payment_ids && ${ids}`;
    await mining(true);
    for (const id of ids) await later(id).toBe("settled");
    expect(senders.length).toBeGreaterThan(0);
    expect((await balances()).some((b, i) => b < (before[i] ?? 0n))).toBe(true);
  });

  it("one that is stuck behind a risen fee is replaced by one that pays more, and settles once", async () => {
    const { payer, headers, response } = await call(() => mining(false));
    expect(response.status).toBe(202);
    const first = (await row(idOf(response)))?.transaction as Hex;
    await rpc(market.rpcUrl, "anvil_dropTransaction", [first]);
    await rpc(market.rpcUrl, "anvil_setNextBlockBaseFeePerGas", [toHex(20_000_000_000n)]);
    await rpc(market.rpcUrl, "evm_mine", []);
    await sql()`update settlements set sent_at = now() - interval '1 minute' where hash = ${first}`;
    await tendTransactions(engine().settler);
    expect((await row(idOf(response)))?.transaction).not.toBe(first);
    await mining(true);
    await later(idOf(response)).toBe("settled");
    expect((await row(idOf(response)))?.transaction).not.toBe(first);
    expect(await steps(idOf(response))).toEqual(expect.arrayContaining(["submitted", "bumped", "settled"]));
    await expect
      .poll(async () => (await sql()`select state from settlements where hash = ${first}`)[0]?.state, { timeout: 15_000 })
      .toBe("dropped");
    expect(await market.balanceOf(payer.address)).toBe(25_000_000n - 5000n);
    const copy = await post(tool, { text: "hi" }, headers);
    expect([copy.status, await copy.text()]).toEqual([200, '{"text":"hi"}']);
  });

  it("none is replaced above the cap", async () => {
    const { response } = await call(() => mining(false));
    const first = (await row(idOf(response)))?.transaction as Hex;
    await sql()`update settlements set max_fee_per_gas = 49900000000, max_priority_fee_per_gas = 40000000000 where hash = ${first}`;
    await sql()`update settlements set sent_at = now() - interval '1 minute' where hash = ${first}`;
    await tendTransactions(engine().settler);
    expect((await row(idOf(response)))?.transaction).toBe(first);
    await mining(true);
    await later(idOf(response)).toBe("settled");
  });
});

describe("a re-organised block", () => {
  it("puts its payments back in the queue, and they settle again, once", async () => {
    const { payer, headers, response } = await call();
    expect(response.status).toBe(200);
    const id = idOf(response);
    await mining(false);
    const head = await settlementChain().getBlockNumber();
    await rpc(market.rpcUrl, "anvil_reorg", [Number(head - BigInt((await row(id))?.block ?? 0)) + 1, []]);
    await expect.poll(() => market.balanceOf(payer.address)).toBe(25_000_000n);
    await reorganisationWatch(engine().settler)();
    await expect.poll(() => steps(id), { timeout: 15_000 }).toContain("reorganised");
    await mining(true);
    await later(id).toBe("settled");
    await expect.poll(() => market.balanceOf(payer.address), { timeout: 20_000 }).toBe(25_000_000n - 5000n);
    const copy = await post(tool, { text: "hi" }, headers);
    expect([copy.status, await copy.text()]).toEqual([200, '{"text":"hi"}']);
  });
});

describe("gas", () => {
  it("accounts that run dry stop new calls before anything is run, lose nothing, and go on when they are filled", async () => {
    const { accounts, settler } = { accounts: engine().settler.accounts, settler: engine().settler };
    const before = await balances();
    for (const { address } of accounts) await give(address, 10n ** 9n);
    const caught = await call();
    expect(caught.response.status).toBe(202);
    expect(await watchBalances(settler)).toBe("empty");
    await expect.poll(() => engine().gas(), { timeout: 20_000 }).toBe("empty");
    const refused = await call();
    expect([refused.response.status, (await refused.response.json()).error]).toEqual([503, "settlement_unavailable"]);
    for (const [i, { address }] of accounts.entries()) await give(address, before[i] ?? 10n ** 18n);
    await expect.poll(() => engine().gas(), { timeout: 20_000 }).toBe("ok");
    await later(idOf(caught.response)).toBe("settled");
    expect((await post(tool, { text: "hi" }, caught.headers)).status).toBe(200);
    expect((await post(tool, { text: "hi" }, refused.headers)).status).toBe(200);
  });

  it("a fee above the cap keeps the answers until it falls", async () => {
    const { payer, headers, response } = await call(async () => {
      await mining(false);
      await rpc(market.rpcUrl, "anvil_setNextBlockBaseFeePerGas", [toHex(80_000_000_000n)]);
      await rpc(market.rpcUrl, "evm_mine", []);
      // The fee that is known is a second and a half old at the most.
      await new Promise((resolve) => setTimeout(resolve, 1_600));
    });
    expect(response.status).toBe(202);
    expect((await row(idOf(response)))?.state).toBe("queued");
    await rpc(market.rpcUrl, "anvil_setNextBlockBaseFeePerGas", [toHex(1_000_000_000n)]);
    await rpc(market.rpcUrl, "evm_mine", []);
    await mining(true);
    await later(idOf(response)).toBe("settled");
    expect((await post(tool, { text: "hi" }, headers)).status).toBe(200);
    expect(await market.balanceOf(payer.address)).toBe(25_000_000n - 5000n);
  });
});
