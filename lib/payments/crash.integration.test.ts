import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { findPayment } from "@/db/queries/payments";
import * as submissions from "@/db/queries/submissions";
import * as broadcasting from "@/lib/settlement/broadcast";
import { echoTool } from "@/lib/testing/echoTool";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { newPayer } from "@/lib/testing/payer";
import { post, signFor } from "@/lib/testing/requests";
import { ToolRefusal } from "@/lib/tools/refusal";

vi.mock("@/lib/settlement/broadcast", async (original) => {
  const real = await original<typeof broadcasting>();
  return { broadcast: vi.fn(real.broadcast) };
});
vi.mock("@/db/queries/submissions", async (original) => {
  const real = await original<typeof submissions>();
  return { ...real, recordSubmitted: vi.fn(real.recordSubmitted) };
});

let market: TestMarket;
beforeAll(async () => {
  market = await startTestMarket({ SETTLE_WAIT_SECONDS: "5" });
});
afterAll(() => market.stop());
afterEach(() => market.ledger.restore());

const { tool, runs } = echoTool();
const broadcast = vi.mocked(broadcasting.broadcast);
const recordSubmitted = vi.mocked(submissions.recordSubmitted);

async function signedCall() {
  const payer = newPayer();
  await market.fund(payer.address);
  return { payer, ...(await signFor(tool, payer)) };
}
const idOf = (response: Response) => response.headers.get("X-Payment-Id") ?? "";
const row = (id: string) => findPayment(db(), id).catch(() => null);

async function worksAgain() {
  const { headers } = await signedCall();
  expect((await post(tool, { text: "next" }, headers)).status).toBe(200);
}

describe("the ledger goes away", () => {
  it("as the transaction leaves: the chain has it, so the payer has the answer; the ledger learns it later", async () => {
    const { payer, headers } = await signedCall();
    const real = broadcast.getMockImplementation() as typeof broadcasting.broadcast;
    broadcast.mockImplementationOnce((...args) => {
      market.ledger.cut();
      return real(...args);
    });
    const before = runs();
    const response = await post(tool, { text: "hi" }, headers);
    expect([response.status, await response.text()]).toEqual([200, '{"text":"hi"}']);
    market.ledger.restore();
    await expect.poll(async () => (await row(idOf(response)))?.state, { timeout: 30_000 }).toBe("settled");
    expect(await market.balanceOf(payer.address)).toBe(25_000_000n - 5000n);
    const copy = await post(tool, { text: "hi" }, headers);
    expect([copy.status, await copy.text(), runs() - before]).toEqual([200, '{"text":"hi"}', 1]);
    await worksAgain();
  });

  it("while it keeps answer and transaction: the payment stays open, is not called free, and settles", async () => {
    const { payer, headers } = await signedCall();
    const real = recordSubmitted.getMockImplementation() as typeof submissions.recordSubmitted;
    recordSubmitted.mockImplementationOnce(async (...args) => {
      await real(...args);
      throw new Error("write CONNECTION_CLOSED");
    });
    const response = await post(tool, { text: "hi" }, headers);
    expect(response.status).toBe(202);
    expect(await response.json()).toMatchObject({ state: "unknown", payment: idOf(response) });
    await expect.poll(async () => (await row(idOf(response)))?.state, { timeout: 30_000 }).toBe("settled");
    const copy = await post(tool, { text: "hi" }, headers);
    expect([copy.status, await copy.text()]).toEqual([200, '{"text":"hi"}']);
    expect(await market.balanceOf(payer.address)).toBe(25_000_000n - 5000n);
  });

  it("before it has kept anything: the call is given up, nothing is charged, and the same payment is good again", async () => {
    const { payer, headers } = await signedCall();
    recordSubmitted.mockImplementationOnce(async () => {
      throw new Error("write CONNECTION_REFUSED");
    });
    const response = await post(tool, { text: "hi" }, headers);
    expect([response.status, (await response.json()).charged]).toEqual([503, false]);
    expect((await row(idOf(response)))?.state).toBe("released");
    expect(await market.balanceOf(payer.address)).toBe(25_000_000n);
    expect((await post(tool, { text: "hi" }, headers)).status).toBe(200);
  });
});

describe("a tool quotes something odd", () => {
  it("and its payment is released all the same", async () => {
    const odd = echoTool(async () => {
      throw new ToolRefusal("bad_name", "The token calls itself A\u0000B.");
    });
    const { headers } = await signedCall();
    const response = await post(odd.tool, { text: "hi" }, headers);
    expect(response.status).toBe(422);
    expect((await row(idOf(response)))?.state).toBe("released");
  });
});
