import "server-only";
import { randomUUID } from "node:crypto";
import { closeDisputes } from "@/lib/disputes/closeDisputes";
import { log } from "@/lib/log";
import type { Settler } from "@/lib/settlement/settler";
import { warnOfLow } from "./allowance/warnOfLow";
import { findDue } from "./findDue";
import { refunderAccount } from "./refunder/account";
import { runRefunder } from "./refunder/run";
import type { Refunder } from "./refunder/types";

const WARN_EVERY_MS = 60_000;

export type Refunds = { stop: () => Promise<void> };

/** Everything about refunds that is done without a request: what is due, what disputes came to, and the refunder's own transactions. */
export function startRefunds(settler: Settler, everyMs: number): Refunds {
  const account = refunderAccount();
  const refunder: Refunder | null = account && { ...settler, account, notBefore: new Map() };
  const holder = randomUUID();
  let stopped = false;
  let warnedAt = 0;
  const warn = async () => {
    if (Date.now() - warnedAt < WARN_EVERY_MS) return;
    warnedAt = Date.now();
    await warnOfLow(settler.sql);
  };
  const jobs: [string, () => Promise<void>][] = [
    ["due", () => findDue(settler.sql)],
    ["disputes", () => closeDisputes(settler.sql)],
    ["allowances", warn],
    ...(refunder ? ([["refunder", () => runRefunder(refunder, holder)]] as [string, () => Promise<void>][]) : []),
  ];
  const loop = async () => {
    while (!stopped) {
      for (const [job, work] of jobs) await work().catch((error: unknown) => log("warn", "refunds_failed", { job, error }));
      await new Promise((resolve) => setTimeout(resolve, everyMs).unref());
    }
  };
  const running = loop();
  return {
    stop: () => {
      stopped = true;
      return running;
    },
  };
}
