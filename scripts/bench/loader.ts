import { fork } from "node:child_process";
import { join } from "node:path";
import type { Hex } from "viem";
import { TYPESCRIPT } from "../bootstrap/handOver.mjs";
import type { Order } from "./load";
import type { Load, LoadResult, Target, Terms } from "./types";

type Reply = { id: number; result?: unknown; error?: string };

export type Loader = {
  pid: number;
  wallets: (count: number) => Promise<Hex[]>;
  /** Makes sure that this many payments are signed and unused. */
  sign: (terms: Terms, count: number) => Promise<void>;
  load: (load: Load) => Promise<LoadResult>;
  /** The statuses of so many copies of one payment. */
  copies: (target: Target, count: number, patienceMs: number) => Promise<Record<string, number>>;
  served: () => Promise<string[]>;
  stop: () => void;
};

/** Starts the load process. It ends with its channel to this one, however this one ends. */
export function startLoader(): Loader {
  const child = fork(join(import.meta.dirname, "load.ts"), { execArgv: TYPESCRIPT, detached: true });
  const open = new Map<number, (reply: Reply) => void>();
  let last = 0;
  child.on("message", (reply: Reply) => open.get(reply.id)?.(reply));
  child.on("exit", (code) => {
    for (const [id, answer] of open) answer({ id, error: `the load process ended with code ${code}` });
  });
  const ask = <T>(order: Order): Promise<T> =>
    new Promise((resolve, reject) => {
      last += 1;
      const id = last;
      open.set(id, ({ result, error }) => {
        open.delete(id);
        if (error) reject(new Error(error));
        else resolve(result as T);
      });
      child.send({ id, order });
    });
  return {
    pid: child.pid ?? 0,
    wallets: (count) => ask({ do: "wallets", count }),
    sign: (terms, count) => ask({ do: "sign", terms, count }),
    load: (load) => ask({ do: "load", load }),
    copies: (target, count, patienceMs) => ask({ do: "copies", target, count, patienceMs }),
    served: () => ask({ do: "served" }),
    stop: () => void child.kill(),
  };
}
