import { sql } from "drizzle-orm";
import { bigint, date, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { at, atomic } from "./columns";

/*
 * Figures that the database itself keeps beside the ledger (migration `rollup-rules`); nothing else writes here. A trigger
 * on `payments` notes every outcome, and every outcome that a re-organised block took back, in a log: one small row each,
 * so that no two transactions ever wait for each other. `fold_rollups()` moves the log into the figures, in the trigger
 * once in a while and before anybody reads. Everything stands under the UTC hour or day in which its payment was claimed.
 * `rebuild_rollups()` makes all of it anew from the payments.
 */

const count = (name: string) => bigint(name, { mode: "number" }).notNull().default(0);

export type FigureStep = "hour" | "day";

/** The scope of all calls of this market. */
export const MARKET = "";

/** Outcomes that were not added to the figures yet: `sign` 1 adds the payment as it was, −1 takes it away. */
export const outcomeLog = pgTable("outcome_log", {
  sign: integer("sign").notNull(),
  state: text("state").notNull(),
  tool: text("tool").notNull(),
  account: text("account").notNull(),
  payer: text("payer").notNull(),
  amount: atomic("amount").notNull(),
  gasUsed: atomic("gas_used"),
  gasFee: atomic("gas_fee"),
  receivedAt: at("received_at").notNull(),
  claimedAt: at("claimed_at").notNull(),
  answeredAt: at("answered_at"),
  closedAt: at("closed_at"),
  reason: text("reason"),
});

/** The same for transactions that were mined, or no longer are. */
export const settlementLog = pgTable("settlement_log", {
  sign: integer("sign").notNull(),
  minedAt: at("mined_at").notNull(),
  payments: integer("payments").notNull(),
  gas: atomic("gas").notNull(),
  gasFee: atomic("gas_fee").notNull(),
});

/**
 * Outcomes and sums of every UTC hour and day. `scope` is a seller's account, a tool (days alone), or `MARKET`. What
 * is settled for other servers counts for the account alone, and refunds count nowhere.
 */
export const paymentFigures = pgTable(
  "payment_figures",
  {
    scope: text("scope").notNull(),
    step: text("step").$type<FigureStep>().notNull(),
    at: at("at").notNull(),
    settled: count("settled"),
    released: count("released"),
    failed: count("failed"),
    /** Of all these: how many had an answer. */
    answered: count("answered"),
    /** Of the settled: for other servers. */
    facilitated: count("facilitated"),
    /** Settled, atomic. */
    amount: atomic("amount").notNull().default(sql`0`),
    gas: atomic("gas").notNull().default(sql`0`),
    /** wei */
    gasFee: atomic("gas_fee").notNull().default(sql`0`),
  },
  (t) => [primaryKey({ columns: [t.scope, t.step, t.at] }), index("payment_figures_by_time").on(t.step, t.at)],
);

/** `run`: how long the tool ran, by tool and day. `took`: from the request to the settlement, by hour, all tools together. */
export type TimeKind = "run" | "took";

/** Histograms of times. A time stands under the nearest of 35 values a decade, so it is off by 5 % at the most. */
export const paymentTimes = pgTable(
  "payment_times",
  {
    kind: text("kind").$type<TimeKind>().notNull(),
    tool: text("tool").notNull(),
    at: at("at").notNull(),
    micros: bigint("micros", { mode: "number" }).notNull(),
    calls: count("calls"),
  },
  (t) => [primaryKey({ columns: [t.kind, t.tool, t.at, t.micros] })],
);

/** What a payer paid to an address on one UTC day, and in which of its hours. */
export const payerDays = pgTable(
  "payer_days",
  {
    account: text("account").notNull(),
    payer: text("payer").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    /** Bit n: something settled that was claimed in hour n. */
    hours: integer("hours").notNull(),
    calls: count("calls"),
    amount: atomic("amount").notNull().default(sql`0`),
    /** Of these: settled for other servers, no calls of this market. */
    facilitatedCalls: count("facilitated_calls"),
    facilitatedAmount: atomic("facilitated_amount").notNull().default(sql`0`),
  },
  (t) => [
    primaryKey({ columns: [t.account, t.payer, t.day] }),
    // Asked by `day + 0`: whoever looks for one payer must never be sent through all payers of a day, as the planner likes to
    // do with a table that it knows nothing of yet.
    index("payer_days_by_day").on(t.account, sql`(day + 0)`),
    index("payer_days_by_payer").on(t.payer, t.day),
  ],
);

/**
 * How many payers came to an address in an hour, or on a day, by the day on which they had last been there: an earlier one,
 * 1970-01-01 for never, or, in an hour, that same day. The distinct payers of a period from any midnight on are those that come within it and were last seen
 * before it: a sum over a few rows, however many payers there are.
 */
export const payerArrivals = pgTable(
  "payer_arrivals",
  {
    account: text("account").notNull(),
    step: text("step").$type<FigureStep>().notNull(),
    at: at("at").notNull(),
    seen: date("seen", { mode: "string" }).notNull(),
    payers: count("payers"),
  },
  (t) => [
    primaryKey({ columns: [t.account, t.step, t.at, t.seen] }),
    // All that a sum over three months reads, without going to the table for each row.
    index("payer_arrivals_sums").on(t.account, t.step, t.at, t.seen, t.payers),
    index("payer_arrivals_new").on(t.account).where(sql`step = 'day' and seen = '1970-01-01'`),
  ],
);

/** The days of a payer's last two settled calls of a tool. */
export const toolPayers = pgTable(
  "tool_payers",
  {
    tool: text("tool").notNull(),
    payer: text("payer").notNull(),
    last: date("last", { mode: "string" }).notNull(),
    second: date("second", { mode: "string" }),
  },
  (t) => [primaryKey({ columns: [t.tool, t.payer] })],
);

/** For how many payers this day is that of their last call of a tool, and of the one before it. */
export const toolPayerDays = pgTable(
  "tool_payer_days",
  { tool: text("tool").notNull(), day: date("day", { mode: "string" }).notNull(), last: count("last"), second: count("second") },
  (t) => [primaryKey({ columns: [t.tool, t.day] })],
);

/** Mined transactions by the UTC hour of their block, with all the payments in them. */
export const settlementHours = pgTable("settlement_hours", {
  hour: at("hour").primaryKey(),
  transactions: count("transactions"),
  payments: count("payments"),
  gas: atomic("gas").notNull().default(sql`0`),
  /** wei */
  gasFee: atomic("gas_fee").notNull().default(sql`0`),
});

/** A seller's outcomes of each tool by UTC hour and day, those settled for other servers among them. */
export const accountFigures = pgTable(
  "account_figures",
  {
    account: text("account").notNull(),
    step: text("step").$type<FigureStep>().notNull(),
    at: at("at").notNull(),
    tool: text("tool").notNull(),
    settled: count("settled"),
    released: count("released"),
    failed: count("failed"),
    answered: count("answered"),
    /** Settled, atomic. */
    amount: atomic("amount").notNull().default(sql`0`),
  },
  (t) => [primaryKey({ columns: [t.account, t.step, t.at, t.tool] })],
);

/** Histograms of a seller's tools by UTC day. `run`: the tool alone. `call`: a paid call from its request to its settlement. */
export const accountTimes = pgTable(
  "account_times",
  {
    account: text("account").notNull(),
    kind: text("kind").$type<"run" | "call">().notNull(),
    at: at("at").notNull(),
    tool: text("tool").notNull(),
    micros: bigint("micros", { mode: "number" }).notNull(),
    calls: count("calls"),
  },
  (t) => [primaryKey({ columns: [t.account, t.kind, t.at, t.tool, t.micros] })],
);

/** Why a seller's calls brought no money, by UTC hour and day. */
export const accountReasons = pgTable(
  "account_reasons",
  {
    account: text("account").notNull(),
    step: text("step").$type<FigureStep>().notNull(),
    at: at("at").notNull(),
    state: text("state").$type<"released" | "failed">().notNull(),
    /** The code, cut; empty where none was given. */
    reason: text("reason").notNull(),
    calls: count("calls"),
  },
  (t) => [primaryKey({ columns: [t.account, t.step, t.at, t.state, t.reason] })],
);
