import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";

const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 50;

type Running = { result: Promise<CallToolResult>; waiting: number };

export type Share = {
  run: (call: string, signal: AbortSignal, work: () => Promise<CallToolResult>) => Promise<CallToolResult>;
  /** Until all that runs has ended, but no longer than `ms`. */
  idle: (ms: number) => Promise<void>;
};

/**
 * The same call while it runs is one call. An answer that was paid for when nobody waited any more (agents give up after a
 * minute) is for whoever makes the same call next.
 */
export function createShare(): Share {
  const running = new Map<string, Running>();
  const kept = new Map<string, { result: CallToolResult; at: number }>();
  const begin = (call: string, work: () => Promise<CallToolResult>): Running => {
    const mine: Running = { result: work(), waiting: 0 };
    running.set(call, mine);
    const keep = (result: CallToolResult) => {
      if (mine.waiting > 0 || result.isError) return;
      if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? "");
      kept.set(call, { result, at: Date.now() });
    };
    mine.result.then(keep, () => undefined).finally(() => running.delete(call));
    return mine;
  };
  return {
    run: (call, signal, work) => {
      const left = kept.get(call);
      kept.delete(call);
      if (left && Date.now() - left.at < KEPT_MS) return Promise.resolve(left.result);
      const one = running.get(call) ?? begin(call, work);
      one.waiting += 1;
      signal.addEventListener("abort", () => (one.waiting -= 1), { once: true });
      return one.result;
    },
    idle: async (ms) => {
      const all = Promise.allSettled([...running.values()].map(({ result }) => result));
      await Promise.race([all, new Promise((resolve) => setTimeout(resolve, ms).unref())]);
    },
  };
}
