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
  batchSize: null,
  receivedAt: at(0),
  verifiedAt: at(2),
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
      batchSize: 37,
    };
    expect(tell(settled)).toMatchInlineSnapshot(`
      [
        "Settled | 388 ms | In a batch of 37, block 48,211,908. Gas 44,102, paid by the market.",
        "Sent to the chain | The transfer went out to the network.",
        "Run token-safety | 902 ms | Answered within its schema. The question is not kept.",
        "Verified and claimed | 3 ms | Bound to this one request: sha256",
        "Paid request came in | A signed authorization, version 2 of the protocol.",
      ]
    `);
  });

  it("tells what is not known yet", () => {
    expect(tell({ ...submitted, state: "unknown" })[0]).toMatchInlineSnapshot(
      `"Unknown: being checked | The chain has not told yet whether the money moved. It is checked every few seconds, and nobody has to pay again."`,
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
});
