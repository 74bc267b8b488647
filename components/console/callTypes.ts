import type { Authorization } from "../wire/transferTypedData";

/** A version 2 `accepts` entry, as read from PAYMENT-REQUIRED. */
export type Terms = {
  scheme: string;
  network: string;
  amount: string;
  asset: string;
  payTo: string;
  maxTimeoutSeconds: number;
  extra: { name: string; version: string };
};

/** The unpaid request and what came back. Times are ms; `at` counts from the start of the call. */
export type Quote = {
  terms: Terms;
  /** The decoded header, for what is sent back with the payment. */
  offer: Record<string, unknown>;
  header: string;
  ms: number;
  hasV1Body: boolean;
  /** The server's clock, so that a wrong clock here signs no wrong times. */
  serverTime: number;
};

export type Refusal = {
  status: number;
  code: string;
  reason: string | null;
  message: string;
  hint: string | null;
  /** The same input may well have an answer later or with another signature. */
  again: boolean;
};

/** What `GET /api/payments/…` tells of a payment. */
export type LedgerPayment = {
  id: string;
  state: string;
  payer: string;
  payTo: string;
  amount: string;
  network: string;
  transaction: string | null;
  block: string | null;
  gasUsed: string | null;
  batchSize: number | null;
  reason: string | null;
  /** Of a price that the request made. */
  usage?: { quoted: string; used: string | null; delivery: string };
  times: Record<"received" | "verified" | "claimed" | "answered" | "submitted" | "closed", string | null>;
};

export type StepTimes = { verify?: number; run?: number; settle?: number };

export type PaidReply = {
  status: number;
  body: unknown;
  ms: number;
  paymentId: string | null;
  receipt: string | null;
  timing: StepTimes;
};

/** One call from the first request to its end; grows as things happen. */
export type CallRecord = {
  input: Record<string, unknown>;
  startedAt: number;
  quote: Quote | null;
  sign: { at: number; ms: number | null; authorization: Authorization } | null;
  paid: { at: number; clock: number; header: string; reply: PaidReply | null } | null;
  payment: LedgerPayment | null;
  refusal: Refusal | null;
  endedAt: number | null;
};

export type Phase = "idle" | "pricing" | "signing" | "paying" | "settled" | "not_charged" | "failed" | "unknown";

export type CallState = { phase: Phase; record: CallRecord | null };

export const IDLE: CallState = { phase: "idle", record: null };
