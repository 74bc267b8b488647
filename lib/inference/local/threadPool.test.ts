import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { threadPool } from "./threadPool";

const pool = threadPool(join(import.meta.dirname, "testdata", "unruly.mjs"), 1);
const never = new AbortController().signal;
const answer = () => pool.run<{ threadId: number; keys: string[] }>({ act: "answer" }, never);

afterAll(() => pool.end());

describe("a pool of threads", () => {
  it("keeps its thread from task to task", async () => {
    expect((await answer()).threadId).toBe((await answer()).threadId);
  });

  it("shows the thread nothing of the market's environment", async () => {
    expect((await answer()).keys).toEqual([]);
  });

  it.each(["exit", "throw", "hoard"])(
    "refuses the task that lets its thread %s, and answers the next",
    async (act) => {
      await expect(pool.run({ act }, never)).rejects.toMatchObject({ reason: "model_failed", kind: "unavailable" });
      expect((await answer()).threadId).toBeGreaterThan(0);
    },
    30_000,
  );

  it("ends the thread of a task that is aborted", async () => {
    const before = (await answer()).threadId;
    const stop = new AbortController();
    const looping = pool.run({ act: "loop" }, stop.signal);
    setTimeout(() => stop.abort(), 100);
    await expect(looping).rejects.toMatchObject({ reason: "too_slow", kind: "timeout" });
    expect((await answer()).threadId).not.toBe(before);
  }, 20_000);
});
