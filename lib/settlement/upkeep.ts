import "server-only";
import { log } from "@/lib/log";
import type { SettlementQueue } from "./queue";
import { type ReconcilerOptions, reconcileOnce } from "./reconciler";
import { reorganisationWatch } from "./reorganisations";
import type { Settler } from "./settler";
import { tendTransactions } from "./tendTransactions";
import { type GasState, watchBalances } from "./watchBalances";

const BALANCE_EVERY_MS = 15_000;

export type Upkeep = { stop: () => Promise<void>; gas: () => GasState };

/** Everything that is done without a request: left-over payments, stuck and lost transactions, re-organised blocks, the gas accounts' balances, the price floor. */
export function startUpkeep(settler: Settler, queue: SettlementQueue, everyMs: number, again?: ReconcilerOptions["again"]): Upkeep {
  let stopped = false;
  let gas: GasState = "ok";
  let balancesAt = 0;
  const jobs: [string, () => Promise<void>][] = [
    ["floor", () => settler.floor.look()],
    ["reconcile", () => reconcileOnce({ ...settler, queue, again })],
    ["transactions", () => tendTransactions(settler)],
    ["reorganisations", reorganisationWatch(settler)],
    [
      "balances",
      async () => {
        if (settler.accounts.length === 0 || (gas === "ok" && Date.now() - balancesAt < BALANCE_EVERY_MS)) return;
        gas = await watchBalances(settler);
        balancesAt = Date.now();
      },
    ],
  ];
  const loop = async () => {
    while (!stopped) {
      // One job that can't reach its part of the world must not keep the others from theirs.
      for (const [job, work] of jobs) await work().catch((error: unknown) => log("warn", "upkeep_failed", { job, error }));
      await new Promise((resolve) => setTimeout(resolve, everyMs).unref());
    }
  };
  const running = loop();
  return {
    stop: () => {
      stopped = true;
      return running;
    },
    gas: () => gas,
  };
}
