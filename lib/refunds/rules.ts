import "server-only";
import type postgres from "postgres";
import { brokenAnswers } from "@/db/queries/brokenAnswers";
import type { OWN_REASONS } from "./reasons";

export type RefundRule = {
  /** Kept with each refund; never given to another rule. */
  rule: string;
  reason: keyof typeof OWN_REASONS;
  /** What sellers and payers read of it. */
  says: string;
  /** Settled payments that it is due to, and that have no refund by this rule yet. */
  due: (sql: postgres.Sql, limit: number) => Promise<string[]>;
};

/** When a payment is given back though nobody asks for it. All that is left of it goes back. */
export const REFUND_RULES: readonly RefundRule[] = [
  {
    rule: "answer_broken",
    reason: "answer_broken",
    says: "The payment settled, and then its answer broke off: the source failed, or the server that was sending it stopped.",
    due: brokenAnswers,
  },
];
