import { describe, expect, it } from "vitest";
import { SettlementQueue } from "./queue";
import type { Outcome, SettlementItem } from "./types";

const item = (id: string, validAfter = 0n): SettlementItem => ({
  id,
  signature: "0x",
  authorization: { from: "0x", to: "0x", value: 1n, validAfter, validBefore: 0n, nonce: "0x" },
});
const settled = (id: string): Outcome => ({
  state: "settled",
  transaction: `0x${id}`,
  blockNumber: 1n,
  blockHash: "0x",
  gasUsed: 1n,
  gasFee: 1n,
  batchSize: 1,
});

describe("settlement queue", () => {
  it("sends at once when idle and collects while a batch is handed over", async () => {
    const batches: string[][] = [];
    let free: () => void = () => undefined;
    const queue = new SettlementQueue(
      async (items) => {
        batches.push(items.map((i) => i.id));
        if (batches.length === 1) await new Promise<void>((r) => (free = r));
        return { outcomes: Promise.resolve(new Map(items.map((i) => [i.id, settled(i.id)]))) };
      },
      { maxBatch: 3, maxInFlight: 2, collectMs: 0 },
    );
    const all = ["a", "b", "c", "d", "e"].map((id) => queue.enqueue(item(id)));
    await Promise.resolve();
    expect(batches).toEqual([["a"]]);
    free();
    expect(await Promise.all(all)).toHaveLength(5);
    expect(batches).toEqual([["a"], ["b", "c", "d"], ["e"]]);
  });

  it.each([
    { collectMs: 60_000, name: "what comes while a batch is on its way goes together once that is through", batches: ["a", "bc"] },
    { collectMs: 5, name: "but waits no longer than it should when that takes its time", batches: ["a", "b", "c"] },
  ])("$name", async ({ collectMs, batches }) => {
    const seen: string[] = [];
    const through: (() => void)[] = [];
    const queue = new SettlementQueue(
      async (items) => {
        seen.push(items.map((i) => i.id).join(""));
        const outcomes = new Map(items.map((i) => [i.id, settled(i.id)]));
        return { outcomes: new Promise((resolve) => through.push(() => resolve(outcomes))) };
      },
      { maxBatch: 10, maxInFlight: 3, collectMs },
    );
    const all = [];
    for (const id of ["a", "b", "c"]) {
      all.push(queue.enqueue(item(id)));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    while (seen.join("") !== "abc") {
      through.shift()?.();
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    for (const done of through) done();
    await Promise.all(all);
    expect(seen).toEqual(batches);
  });

  it("shares one outcome between calls for the same payment", async () => {
    let sent = 0;
    const queue = new SettlementQueue(
      async (items) => {
        sent += items.length;
        return { outcomes: Promise.resolve(new Map(items.map((i) => [i.id, settled(i.id)]))) };
      },
      { maxBatch: 10, maxInFlight: 1, collectMs: 0 },
    );
    const [one, two] = await Promise.all([queue.enqueue(item("x")), queue.enqueue(item("x"))]);
    expect(one).toBe(two);
    expect(sent).toBe(1);
  });

  it("calls a failure before sending unsent and a failure after it unknown, and goes on", async () => {
    let turn = 0;
    const queue = new SettlementQueue(
      async (items) => {
        turn += 1;
        if (turn === 1) throw new Error("node away");
        if (turn === 2) return { outcomes: Promise.reject(new Error("lost")) };
        return { outcomes: Promise.resolve(new Map(items.map((i) => [i.id, settled(i.id)]))) };
      },
      { maxBatch: 1, maxInFlight: 1, collectMs: 0 },
    );
    const states = await Promise.all(["a", "b", "c"].map(async (id) => (await queue.enqueue(item(id))).state));
    expect(states).toEqual(["unsent", "unknown", "settled"]);
  });

  it("holds an authorization back until its time has come", async () => {
    const queue = new SettlementQueue(async (items) => ({ outcomes: Promise.resolve(new Map(items.map((i) => [i.id, settled(i.id)]))) }), {
      maxBatch: 1,
      maxInFlight: 1,
      collectMs: 0,
    });
    const validAfter = BigInt(Math.floor(Date.now() / 1000));
    await queue.enqueue(item("a", validAfter));
    expect(Date.now() / 1000).toBeGreaterThan(Number(validAfter) + 1);
  });
});
