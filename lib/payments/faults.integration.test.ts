import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { findPayment } from "@/db/queries/payments";
import { rpc } from "@/lib/devnet/rpc";
import { echoTool } from "@/lib/testing/echoTool";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { newPayer } from "@/lib/testing/payer";
import { post, receiptOf, signFor } from "@/lib/testing/requests";
import { setBalance } from "@/lib/testing/setBalance";

let market: TestMarket;
beforeAll(async () => {
  market = await startTestMarket({ SETTLE_WAIT_SECONDS: "3" });
});
afterAll(() => market.stop());

async function fundedPayer() {
  const payer = newPayer();
  await market.fund(payer.address);
  return payer;
}
const idOf = (response: Response) => response.headers.get("X-Payment-Id") ?? "";
const stateOf = async (id: string) => (await findPayment(db(), id))?.state;

describe("an outage is 503, and nothing is charged", () => {
  it("chain away before the claim", async () => {
    const { tool, runs } = echoTool();
    const payer = await fundedPayer();
    const { headers } = await signFor(tool, payer);
    market.chain.cut();
    const response = await post(tool, { text: "hi" }, headers);
    market.chain.restore();
    expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "2"]);
    expect(await response.json()).toMatchObject({ error: "chain_unavailable", charged: false });
    expect(runs()).toBe(0);
    expect((await post(tool, { text: "hi" }, headers)).status).toBe(200);
  });

  it("chain away between run and settlement: 202, and the answer is there once the chain is back", async () => {
    let cut = true;
    const { tool, runs } = echoTool(async (text) => {
      if (cut) market.chain.cut();
      return { text };
    });
    const payer = await fundedPayer();
    const { headers } = await signFor(tool, payer);
    const response = await post(tool, { text: "hi" }, headers);
    expect(response.status).toBe(202);
    expect(await response.json()).toMatchObject({ state: "unknown", payment: idOf(response) });
    market.chain.restore();
    cut = false;
    await expect.poll(() => stateOf(idOf(response)), { timeout: 20_000 }).toBe("settled");
    const copy = await post(tool, { text: "hi" }, headers);
    expect([copy.status, await copy.text(), runs()]).toEqual([200, '{"text":"hi"}', 1]);
    expect(await market.balanceOf(payer.address)).toBe(25_000_000n - 5000n);
  });

  it("ledger away", async () => {
    const { tool, runs } = echoTool();
    const payer = await fundedPayer();
    const { headers } = await signFor(tool, payer);
    market.ledger.cut();
    const response = await post(tool, { text: "hi" }, headers);
    market.ledger.restore();
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error: "ledger_unavailable", charged: false });
    expect(runs()).toBe(0);
    expect(await market.balanceOf(payer.address)).toBe(25_000_000n);
  });
});

describe("settlement outcomes", () => {
  it("a time-out is 202 unknown, never 402; the reconciler finishes it and the kept answer is given once", async () => {
    const { tool, runs } = echoTool();
    const payer = await fundedPayer();
    const { headers } = await signFor(tool, payer);
    await rpc(market.rpcUrl, "evm_setAutomine", [false]);
    await rpc(market.rpcUrl, "evm_setIntervalMining", [0]);
    const response = await post(tool, { text: "hi" }, headers);
    expect(response.status).toBe(202);
    const body = await response.json();
    expect(body).toMatchObject({ state: "unknown", status_url: `/api/payments/${idOf(response)}` });
    expect(receiptOf(response)).toMatchObject({ success: false, errorReason: "settlement_pending" });
    expect(await stateOf(body.payment)).toBe("unknown");
    expect((await post(tool, { text: "hi" }, headers)).status).toBe(202);
    await rpc(market.rpcUrl, "evm_setAutomine", [true]);
    await rpc(market.rpcUrl, "evm_setIntervalMining", [1]);
    await expect.poll(() => stateOf(body.payment), { timeout: 20_000 }).toBe("settled");
    const again = await post(tool, { text: "hi" }, headers);
    expect([again.status, await again.text()]).toEqual([200, '{"text":"hi"}']);
    expect(runs()).toBe(1);
    expect(await market.balanceOf(payer.address)).toBe(25_000_000n - 5000n);
  });

  it.each([
    ["found before anything is sent", 300, null],
    ["found in the transaction's own logs", 0, /^0x/],
  ])("a payer who empties the wallet meanwhile gets no answer, and fresh terms: %s", async (_, pauseMs, transaction) => {
    const payer = await fundedPayer();
    const { tool, runs } = echoTool(async (text) => {
      // The chain's own lever: what the payer would do with a transfer of their own.
      await setBalance(market.rpcUrl, payer.address, 0n);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      return { text };
    });
    const { headers } = await signFor(tool, payer);
    const response = await post(tool, { text: "hi" }, headers);
    expect(response.status).toBe(402);
    expect(await response.json()).toMatchObject({ error: "insufficient_funds", charged: false, accepts: [{ amount: "5000" }] });
    expect(receiptOf(response)).toMatchObject({ success: false, errorReason: "insufficient_funds" });
    const row = await findPayment(db(), idOf(response));
    expect(row?.state).toBe("failed");
    if (transaction) expect(row?.transaction).toMatch(transaction);
    else expect(row?.transaction).toBeNull();
    expect(runs()).toBe(1);
  });
});

describe("two processes on one ledger", () => {
  let other: ChildProcess;
  afterAll(() => void other.kill("SIGKILL"));

  it("run a payment once between them", async () => {
    other = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "lib/testing/secondServer.ts"], {
      env: { ...process.env },
      stdio: ["pipe", "pipe", "inherit"],
    });
    const lines = createInterface({ input: other.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
    await lines.next();
    for (let round = 0; round < 3; round += 1) {
      const { tool, runs } = echoTool(async (text) => {
        await new Promise((r) => setTimeout(r, 50));
        return { text };
      });
      const payer = await fundedPayer();
      const { headers } = await signFor(tool, payer);
      const before = round === 0 ? 0 : otherRuns;
      other.stdin?.write(`${JSON.stringify({ input: { text: "hi" }, headers })}\n`);
      const [here, there] = await Promise.all([post(tool, { text: "hi" }, headers), lines.next()]);
      const answer = JSON.parse(there.value ?? "{}") as { status: number; body: string; id: string; runs: number };
      otherRuns = answer.runs;
      expect([here.status, await here.text(), idOf(here)]).toEqual([200, answer.body, answer.id]);
      expect(answer.status).toBe(200);
      expect(runs() + answer.runs - before).toBe(1);
      expect(await market.balanceOf(payer.address)).toBe(25_000_000n - 5000n);
    }
  });
  let otherRuns = 0;
});
