import { describe, expect, it } from "vitest";
import { type CallRecord, type CallState, IDLE, type LedgerPayment } from "./callTypes";
import { type DisplayInput, displayOf } from "./displayOf";
import { refusalOf } from "./refusalOf";
import { stepsOf } from "./stepsOf";

const authorization = { from: "0x1", to: "0x2", value: "5000", validAfter: "0", validBefore: "100", nonce: "0x3" };
const terms = {
  scheme: "exact",
  network: "eip155:84532",
  amount: "5000",
  asset: "0x4",
  payTo: "0x2",
  maxTimeoutSeconds: 120,
  extra: { name: "USDC", version: "2" },
};
const record: CallRecord = {
  input: { token: "0x5" },
  startedAt: 0,
  quote: { terms, offer: {}, header: "", ms: 3, hasV1Body: true, serverTime: 0 },
  sign: { at: 4, ms: 2_842, authorization },
  paid: { at: 2_846, clock: 0, header: "", reply: null },
  payment: null,
  refusal: null,
  endedAt: null,
};
const payment = (state: string): LedgerPayment => ({
  id: "pay_1",
  state,
  payer: "0x1",
  payTo: "0x2",
  amount: "5000",
  network: "eip155:84532",
  transaction: null,
  block: null,
  gasUsed: null,
  batchSize: null,
  reason: null,
  times: { received: null, verified: null, claimed: null, answered: null, submitted: null, closed: null },
});
const show = (state: CallState, over: Partial<DisplayInput> = {}) =>
  displayOf({
    state,
    block: null,
    price: 5_000n,
    known: true,
    goodFor: null,
    networkName: "Base",
    nextBlock: "12",
    waitedSeconds: 2,
    ...over,
  });
const labels = (state: CallState) =>
  stepsOf(state, "token-safety", { runMs: 400, networkName: "Base" }).map((step) => `${step.state}: ${step.label}`);

describe("the display", () => {
  it("names what stands in the way before anything is paid", () => {
    expect(show(IDLE, { block: { kind: "wallet" } })).toMatchObject({ word: "READY", line: "no wallet yet", price: "$0.005", coin: "out" });
    expect(show(IDLE, { block: { kind: "input", line: "no price for this input" } })).toMatchObject({
      word: "CHECK THE INPUT",
      price: "–",
    });
    expect(show(IDLE, { block: { kind: "funds", line: "you have 0.002 USDC" } })).toMatchObject({ word: "NOT ENOUGH", tone: "warn" });
  });
  it("says which block it waits for while settling", () => {
    expect(show({ phase: "paying", record: { ...record, payment: payment("answered") } })).toMatchObject({
      word: "SETTLING",
      line: "waiting for block 12",
      coin: "half",
    });
  });
  it("counts from your signature once settled", () => {
    expect(show({ phase: "settled", record: { ...record, endedAt: 3_652 } })).toMatchObject({
      word: "SETTLED",
      line: "806 ms after you signed",
      coin: "in",
    });
  });
  it("shows nothing paid when nothing was charged", () => {
    for (const phase of ["not_charged", "failed"] as const) expect(show({ phase, record }).price).toBe("$0.000");
  });
});

describe("the steps", () => {
  it("never claim more than the ledger has told", () => {
    expect(labels({ phase: "paying", record })).toEqual(["done: Price read", "done: You signed 0.005 USDC", "now: Checking the signature"]);
    expect(labels({ phase: "paying", record: { ...record, payment: payment("claimed") } }).at(-1)).toBe("now: token-safety is at work");
  });
  it("tell a refused payment from a tool without an answer", () => {
    const reply = { status: 402, body: null, ms: 1, paymentId: null, receipt: null, timing: {} };
    const paid = { at: 0, clock: 0, header: "", reply };
    expect(labels({ phase: "not_charged", record: { ...record, paid } })).toContain("bad: Payment refused");
    expect(labels({ phase: "not_charged", record: { ...record, paid: { ...paid, reply: { ...reply, paymentId: "pay_1" } } } })).toContain(
      "bad: token-safety gave no answer",
    );
  });
});

describe("what the server refused", () => {
  it("may be tried again unless the input itself was the fault", () => {
    expect(refusalOf(422, { error: "tool_refused", reason: "not_a_contract", message: "No code." })).toMatchObject({
      again: false,
      reason: "not_a_contract",
    });
    expect(refusalOf(503, { error: "tool_unavailable", message: "Away." })).toMatchObject({ again: true });
    expect(refusalOf(402, { error: "insufficient_funds", code: "insufficient_funds", message: "Too little." }).code).toBe(
      "insufficient_funds",
    );
  });
  it("is said even when no JSON came", () => {
    expect(refusalOf(502, null)).toMatchObject({ code: "http_502", message: "The market answered 502." });
  });
});

describe("before anything is paid", () => {
  it("names no price while it is being asked, or where there is nothing to pay", () => {
    expect(show(IDLE, { block: { kind: "price" }, known: false })).toMatchObject({ word: "READING THE PRICE", price: "–" });
    expect(show(IDLE, { block: { kind: "closed", line: "Its source is away." } })).toMatchObject({ word: "OUT OF ORDER", price: "–" });
    expect(show(IDLE, { block: { kind: "refused", line: "No." } })).toMatchObject({ word: "NOT THIS ONE", price: "$0.005" });
  });
});
