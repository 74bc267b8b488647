import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExportedPayment } from "./exportedPayment";
import { CSV_HEAD, csvCell, csvLine } from "./paymentsCsv";

const payment: ExportedPayment = {
  id: "pay_5Nf0aT2cLw9e",
  state: "settled",
  tool: "token-safety",
  payer: "0xb21c000000000000000000000000000000000fe",
  network: "eip155:84532",
  asset: "0x036cbd53842c5426634e7929541ec2318f3dcf7e",
  amount: 1_234_005_000n,
  reason: null,
  reasonMessage: null,
  transaction: "0x5c1e",
  blockNumber: 48_211_908n,
  client: '=HYPERLINK("http://evil.example","x")',
  receivedAt: new Date("2026-11-21T08:33:08.916Z"),
  claimedAt: new Date("2026-11-21T08:33:08.919Z"),
  answeredAt: new Date("2026-11-21T08:33:09.821Z"),
  closedAt: null,
  refunded: { amount: 1_000_000_500n, transactions: ["0xaa", "0xbb"] },
};

describe("csvLine", () => {
  it("writes exact amounts and no formula", () => {
    expect(CSV_HEAD + csvLine(payment)).toMatchInlineSnapshot(`
      "payment,claimed_at,state,tool,amount_usdc,amount_atomic,settled_atomic,payer,transaction,block,answered_in_ms,closed_at,reason,reason_message,client,network,asset,refunded_usdc,refunded_atomic,refund_transactions
      pay_5Nf0aT2cLw9e,2026-11-21T08:33:08.919Z,settled,token-safety,1234.005,1234005000,1234005000,0xb21c000000000000000000000000000000000fe,0x5c1e,48211908,905,,,,"'=HYPERLINK(""http://evil.example"",""x"")",eip155:84532,0x036cbd53842c5426634e7929541ec2318f3dcf7e,1000.0005,1000000500,0xaa 0xbb
      "
    `);
  });

  it("lets no text break out of its cell or begin as a formula", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("=", "+", "-", "@", '"', ",", "\r", "\n", "\t", " ", "a") }), (text) => {
        const cell = csvCell(text);
        const inner = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        expect(inner.replace(/^'/, "")).toBe(text.replace(/^'/, ""));
        expect(inner).not.toMatch(/^\s*[=+\-@\t\r]/);
        if (!cell.startsWith('"')) expect(cell).not.toMatch(/[",\r\n]/);
      }),
      { numRuns: 1_000 },
    );
  });
});
