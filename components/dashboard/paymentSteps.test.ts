import { describe, expect, it } from "vitest";
import { paymentSteps, type SteppedPayment } from "./paymentSteps";

const at = (ms: number) => new Date(Date.parse("2026-11-21T08:33:08.916Z") + ms);
const claimed: SteppedPayment = {
  state: "claimed",
  tool: "token-safety",
  x402Version: 2,
  fingerprint: "91be04d7",
  reason: null,
  reasonMessage: null,
  transaction: null,
  blockNumber: null,
  gasUsed: null,
  gasFee: null,
  batchSize: null,
  receivedAt: at(0),
  claimedAt: at(3),
  answeredAt: null,
  submittedAt: null,
  closedAt: null,
};
const answered: SteppedPayment = { ...claimed, state: "answered", answeredAt: at(905) };
const submitted: SteppedPayment = { ...answered, state: "submitted", submittedAt: at(907), transaction: "0x5c1e" };
const tell = (payment: SteppedPayment) =>
  paymentSteps(payment).map(({ title, took, text }) => [title, took, text].filter(Boolean).join(" | "));

describe("paymentSteps", () => {
  it("tells a settled payment, the newest first", () => {
    const settled: SteppedPayment = {
      ...submitted,
      state: "settled",
      closedAt: at(1_295),
      blockNumber: 48_211_908n,
      gasUsed: 44_102n,
      gasFee: 88_204_000_000_000n,
      batchSize: 37,
    };
    expect(tell(settled)).toMatchInlineSnapshot(`
      [
        "Settled | 388 ms | In a batch of 37, block 48,211,908. Gas 44,102 (0.0000882 ETH), paid by the market.",
        "Sent to the chain | 2 ms | The transfer went out to the network.",
        "Run token-safety | 902 ms | Answered within its schema. The question is not kept.",
        "Verified and claimed | 3 ms | Bound to this one request: sha256",
        "Paid request came in | A signed authorization, version 2 of the protocol.",
      ]
    `);
  });

  it("tells what is not known yet", () => {
    expect(tell({ ...submitted, state: "unknown" })[0]).toMatchInlineSnapshot(
      `"Unknown: being checked | 0 ms | The chain has not told yet whether the money moved. It is checked every few seconds, and nobody has to pay again."`,
    );
  });

  it("says that nothing was charged, and why", () => {
    expect(
      tell({ ...claimed, state: "released", closedAt: at(40), reason: "too_slow", reasonMessage: "No answer within 10 s." }),
    ).toMatchInlineSnapshot(`
      [
        "Not charged | 37 ms | No answer within 10 s. The payment was not sent to the chain; the payer's authorization is free again.",
        "Verified and claimed | 3 ms | Bound to this one request: sha256",
        "Paid request came in | A signed authorization, version 2 of the protocol.",
      ]
    `);
    expect(tell({ ...submitted, state: "failed", closedAt: at(1_000), reason: "invalid_transaction_state" })[0]).toMatchInlineSnapshot(
      `"Failed | 93 ms | invalid transaction state. No money moved."`,
    );
  });

  it("has a step for each state on the way", () => {
    expect([claimed, answered, submitted].map((payment) => paymentSteps(payment)[0]?.title)).toEqual([
      "Verified and claimed",
      "Run token-safety",
      "Sent to the chain",
    ]);
  });

  it("follows the event log, with what came between", () => {
    const settled: SteppedPayment = { ...submitted, state: "settled", closedAt: at(4_000), blockNumber: 9n, batchSize: 1 };
    const log = [
      { step: "claimed", at: at(3), note: null },
      { step: "running", at: at(4), note: null },
      { step: "answered", at: at(90), note: null },
      { step: "queued", at: at(90), note: null },
      { step: "submitted", at: at(95), note: "0xaaaa" },
      { step: "bumped", at: at(2_095), note: "0xbbbb" },
      { step: "settled", at: at(2_500), note: "0xbbbb" },
      { step: "reorganised", at: at(3_000), note: "0xbbbb" },
      { step: "settled", at: at(4_000), note: "0xbbbb" },
    ] as const;
    expect(
      paymentSteps(settled, log).map(({ title, took, hash }) => [title, took, hash?.value].filter(Boolean).join(" | ")),
    ).toMatchInlineSnapshot(`
        [
          "Settled | 1.00 s | 0xbbbb",
          "Its block was undone | 500 ms",
          "Settled | 405 ms | 0xbbbb",
          "Sent again with a higher fee | 2.00 s | 0xbbbb",
          "Sent to the chain | 5 ms",
          "Run token-safety | 87 ms",
          "Verified and claimed | 3 ms | 91be04d7",
          "Paid request came in",
        ]
      `);
  });

  it("says what a payment waits for", () => {
    const log = [
      { step: "claimed", at: at(3), note: null },
      { step: "answered", at: at(90), note: null },
      { step: "queued", at: at(120), note: "no_node" },
    ] as const;
    expect(paymentSteps({ ...answered, state: "queued" }, log)[0]).toMatchObject({
      title: "Waits for the chain",
      tone: "open",
      took: "30 ms",
    });
    expect(
      paymentSteps({ ...claimed, state: "running" }, [...log.slice(0, 1), { step: "running", at: at(9), note: null }])[0],
    ).toMatchObject({
      title: "Run token-safety",
      text: "The tool is at work.",
    });
  });
});
