import { describe, expect, it } from "vitest";
import type { ExplorerPayment } from "@/db/queries/explorerPayments";
import type { ExplorerNews } from "@/lib/explorer/news";
import { mergePayments } from "./mergeNews";

const payment = (id: string, over: Partial<ExplorerPayment> = {}) =>
  ({ id, cursor: `2026-11-21T08:00:${id.slice(-2)}_${id}`, state: "settled", tool: "token-safety", ...over }) as ExplorerPayment;
const news = (payments: ExplorerPayment[], closed = payments.map((p) => p.id)) => ({ payments, closed }) as ExplorerNews;
const ids = (list: ExplorerPayment[]) => list.map((p) => p.id);

describe("mergePayments", () => {
  const shown = [payment("p03", { state: "submitted" }), payment("p02"), payment("p01")];

  it("puts the newest first and drops the oldest", () => {
    expect(ids(mergePayments(shown, news([payment("p04")]), null, 3))).toEqual(["p04", "p03", "p02"]);
  });

  it("changes a payment in its place", () => {
    const [first] = mergePayments(shown, news([payment("p03")]), null, 3);
    expect([first?.id, first?.state]).toEqual(["p03", "settled"]);
  });

  it("takes out what moved no money", () => {
    expect(ids(mergePayments(shown, news([], ["p03"]), null, 3))).toEqual(["p02", "p01"]);
  });

  it("keeps to the chosen tool", () => {
    expect(ids(mergePayments(shown, news([payment("p04", { tool: "ocr" })]), "token-safety", 9))).toEqual(["p03", "p02", "p01"]);
  });
});
