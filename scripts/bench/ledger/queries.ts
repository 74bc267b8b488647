import { rangeOf } from "@/components/dashboard/ranges";
import type { Db } from "@/db/client";
import { addressFigures } from "@/db/queries/addressFigures";
import { newestBatches } from "@/db/queries/batches";
import { explorerPayments } from "@/db/queries/explorerPayments";
import { explorerStats } from "@/db/queries/explorerStats";
import { latestPayments } from "@/db/queries/latestPayments";
import { marketStats } from "@/db/queries/marketStats";
import { sellerPaymentById } from "@/db/queries/paymentById";
import { refundFigures } from "@/db/queries/refundFigures";
import { searchLedger } from "@/db/queries/searchLedger";
import { sellerByTool } from "@/db/queries/sellerByTool";
import { sellerFacts } from "@/db/queries/sellerFacts";
import { sellerFigures } from "@/db/queries/sellerFigures";
import { countSellerPayments, countUnknownPayments, sellerPayments } from "@/db/queries/sellerPayments";
import { sellerReasons } from "@/db/queries/sellerReasons";
import { sellerSeries } from "@/db/queries/sellerSeries";
import { paymentTimeline } from "@/db/queries/timeline";
import { toolStats } from "@/db/queries/toolStats";
import { volume } from "@/db/queries/volume";
import { addressOf, HOUSE } from "./fill";

export type Query = { page: string; what: string; run: (db: Db) => Promise<unknown> };

/** What each page asks of the ledger, as it asks. `somebody` is a payment to look up. */
export function pageQueries(somebody: { id: string; transaction: string; payer: string }): Query[] {
  return [
    { page: "catalog", what: "last 24 hours", run: marketStats },
    { page: "catalog", what: "every tool's 30 days", run: (db) => toolStats(db) },
    { page: "tool", what: "one tool's 30 days", run: (db) => toolStats(db, "tool-7") },
    { page: "tool", what: "latest of one tool", run: (db) => latestPayments(db, { tool: "tool-7", limit: 10 }) },
    { page: "catalog", what: "latest settled", run: (db) => latestPayments(db, { state: "settled", limit: 10 }) },
    ...explorerQueries(somebody),
    ...sellerQueries("house", HOUSE, somebody),
    ...sellerQueries("seller", addressOf("seller", 7), somebody),
  ];
}

function explorerQueries({ id, transaction, payer }: { id: string; transaction: string; payer: string }): Query[] {
  const page = "explorer";
  return [
    { page, what: "last 24 hours", run: explorerStats },
    { page, what: "volume, 30 days", run: (db) => volume(db) },
    { page, what: "newest settlements", run: (db) => explorerPayments(db, {}, 16) },
    { page, what: "newest of one tool", run: (db) => explorerPayments(db, { tool: "tool-7" }, 16) },
    { page, what: "far down", run: (db) => explorerPayments(db, {}, 16, `${longAgo().replace("Z", "000Z")}_pay`) },
    { page, what: "newest batches", run: (db) => newestBatches(db, 6) },
    { page, what: "one transaction", run: (db) => explorerPayments(db, { transaction }, 500) },
    { page, what: "one payer's payments", run: (db) => explorerPayments(db, { payer }, 25) },
    { page, what: "one payer's figures", run: (db) => addressFigures(db, payer) },
    { page, what: "the house's figures", run: (db) => addressFigures(db, HOUSE) },
    { page, what: "search, payment", run: (db) => searchLedger(db, id) },
    { page, what: "search, payer", run: (db) => searchLedger(db, payer) },
    { page: "receipt", what: "timeline", run: (db) => paymentTimeline(db, id) },
  ];
}

function sellerQueries(
  page: string,
  payTo: string,
  { id, transaction, payer }: { id: string; transaction: string; payer: string },
): Query[] {
  const ranges = (["24h", "28d", "90d"] as const).map((key) => rangeOf(key, new Date()));
  return [
    ...ranges.flatMap((range): Query[] => [
      { page, what: `figures before, ${range.key}`, run: (db) => sellerFigures(db, payTo, range.before) },
      { page, what: `figures, ${range.key}`, run: (db) => sellerFigures(db, payTo, range.now) },
      { page, what: `series, ${range.key}`, run: (db) => sellerSeries(db, payTo, range.now, range.step) },
      { page, what: `by tool, ${range.key}`, run: (db) => sellerByTool(db, payTo, range.now, range.step) },
      { page, what: `reasons, ${range.key}`, run: (db) => sellerReasons(db, payTo, range.now, range.step) },
      { page, what: `facts, ${range.key}`, run: (db) => sellerFacts(db, payTo, range.now, range.step, [payTo]) },
      { page, what: `refunds, ${range.key}`, run: (db) => refundFigures(db, payTo, range.now) },
    ]),
    { page, what: "payments, first page", run: (db) => sellerPayments(db, payTo, {}, { limit: 50 }) },
    { page, what: "payments, far down", run: (db) => sellerPayments(db, payTo, {}, { limit: 50, before: { at: longAgo(), id: "" } }) },
    { page, what: "payments, failed ones", run: (db) => sellerPayments(db, payTo, { states: ["failed"] }, { limit: 50 }) },
    { page, what: "payments of one payer", run: (db) => sellerPayments(db, payTo, { payer }, { limit: 50 }) },
    { page, what: "search, transaction", run: (db) => sellerPayments(db, payTo, { search: transaction }, { limit: 50 }) },
    { page, what: "search, its beginning", run: (db) => sellerPayments(db, payTo, { search: transaction.slice(0, 10) }, { limit: 50 }) },
    { page, what: "count to 10,001", run: (db) => countSellerPayments(db, payTo, {}, 10_001) },
    { page, what: "count of failed ones", run: (db) => countSellerPayments(db, payTo, { states: ["failed"] }, 10_001) },
    { page, what: "unknown ones", run: (db) => countUnknownPayments(db, payTo) },
    { page, what: "one payment", run: (db) => sellerPaymentById(db, payTo, id) },
  ];
}

/** Three months back: in the middle of the ledger. */
function longAgo(): string {
  return new Date(Date.now() - 90 * 86_400_000).toISOString();
}
