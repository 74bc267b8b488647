import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { emptyLedger, insertPayment, startTestLedger, type TestLedger } from "@/lib/testing/ledger";
import { latestPayments } from "./latestPayments";
import { marketStats } from "./marketStats";
import { toolStats } from "./toolStats";

const ALICE = `0xa11ce${"0".repeat(35)}`;
const BOB = `0xb0b${"0".repeat(37)}`;
const HOUR = 3_600_000;

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startTestLedger();
});
afterAll(() => ledger.stop());
beforeEach(() => emptyLedger(ledger.db));

/** A call some hours ago that was answered after `runMs` and closed after `tookMs`. */
function call(
  hoursAgo: number,
  over: {
    state?: "settled" | "released" | "unknown";
    payer?: string;
    tool?: string;
    runMs?: number;
    tookMs?: number;
    amount?: bigint;
  } = {},
) {
  const { runMs = 40, tookMs = 100, state = "settled", ...rest } = over;
  const at = new Date(Date.now() - hoursAgo * HOUR);
  const after = (ms: number) => new Date(at.getTime() + ms);
  return insertPayment(ledger.db, {
    ...rest,
    state,
    receivedAt: at,
    verifiedAt: at,
    claimedAt: at,
    ...(state === "released" ? {} : { answeredAt: after(runMs) }),
    ...(state === "unknown" ? {} : { closedAt: after(tookMs) }),
  });
}

describe("the market's last 24 hours", () => {
  it("have no times and shares without calls", async () => {
    expect(await marketStats(ledger.db)).toEqual({ paidCalls: 0, settledAtomic: "0", medianMs: null, noAnswerShare: null });
  });

  it("count what settled in them, to the atomic unit, and nothing older", async () => {
    await call(1, { tookMs: 100, amount: 5_000n });
    await call(2, { tookMs: 300, amount: 7_001n });
    await call(3, { tookMs: 200 });
    await call(4, { state: "released" });
    await call(5, { state: "unknown" });
    await call(30);
    expect(await marketStats(ledger.db)).toEqual({ paidCalls: 3, settledAtomic: "17001", medianMs: 200, noAnswerShare: 0.25 });
  });
});

describe("a tool's last 30 days", () => {
  it("are missing for a tool that nobody called", async () => {
    await call(1, { tool: "web-extract" });
    expect((await toolStats(ledger.db)).has("token-safety")).toBe(false);
    expect((await toolStats(ledger.db, "token-safety")).size).toBe(0);
  });

  it("tell its run times, how often it answered, and its payers", async () => {
    await call(1, { payer: ALICE, runMs: 10 });
    await call(2, { payer: ALICE, runMs: 20 });
    await call(3, { payer: BOB, runMs: 30 });
    await call(4, { payer: BOB, state: "released" });
    await call(24 * 40, { payer: BOB });
    expect((await toolStats(ledger.db)).get("token-safety")).toMatchObject({
      runP50Ms: 20,
      answeredShare: 0.75,
      paidCalls: 3,
      payers: 2,
      returnedShare: 0.5,
    });
  });
});

describe("the latest payments", () => {
  it("come newest first, of one tool and state when asked", async () => {
    const old = await call(3);
    const other = await call(2, { tool: "web-extract" });
    const released = await call(1, { state: "released" });
    const ids = async (options: Parameters<typeof latestPayments>[1]) => (await latestPayments(ledger.db, options)).map((row) => row.id);
    expect(await ids({ limit: 10 })).toEqual([released, other, old]);
    expect(await ids({ limit: 1 })).toEqual([released]);
    expect(await ids({ tool: "token-safety", state: "settled", limit: 10 })).toEqual([old]);
  });

  it("say how long each took, and hold no signature", async () => {
    await call(1, { tookMs: 123 });
    const [row] = await latestPayments(ledger.db, { limit: 1 });
    expect(row?.tookMs).toBe(123);
    expect(Object.keys(row ?? {}).join()).not.toMatch(/signature|authorization/);
  });
});
