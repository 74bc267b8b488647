import { type Address, hexToBigInt, numberToHex, pad } from "viem";
import { describe, expect, test } from "vitest";
import { type LogBounds, type LogQuestion, readLogs } from "./readLogs";

const AT: Address = "0x00000000000000000000000000000000000000aa";

type Range = { from: bigint; to: bigint };
/** What the node answers instead of logs, thrown. */
type Moody = (range: Range, asked: number) => unknown;

const says = (code: number, message: string) => Object.assign(new Error(message), { code });
const width = ({ from, to }: Range) => to - from + 1n;

/** A node with one log in every block, and a mood. */
function fakeNode(moody: Moody = () => undefined, every = 1n) {
  const asked: Range[] = [];
  let ticks = 0;
  let open = false;
  const ask = async (method: string, params: unknown[]) => {
    if (method !== "eth_getLogs") throw new Error(method);
    if (!open) {
      open = true;
      ticks++;
      setTimeout(() => (open = false), 0);
    }
    const filter = params[0] as { fromBlock: `0x${string}`; toBlock: `0x${string}` };
    const range = { from: hexToBigInt(filter.fromBlock), to: hexToBigInt(filter.toBlock) };
    asked.push(range);
    await new Promise((resolve) => setTimeout(resolve, 1));
    const trouble = moody(range, asked.length);
    if (trouble instanceof Promise) await trouble;
    else if (trouble !== undefined) throw trouble;
    const logs = [];
    for (let block = range.from; block <= range.to; block++) if (block % every === 0n) logs.push(logOf(block));
    return logs;
  };
  const chain = { ask, signal: new AbortController().signal, node: {} };
  const read = (from: bigint, to: bigint, bounds?: LogBounds) => readLogs(chain, { from, to, address: AT } as LogQuestion, bounds);
  return { chain, read, asked, ticks: () => ticks };
}

function logOf(block: bigint) {
  return {
    address: AT,
    topics: [],
    data: "0x",
    blockNumber: numberToHex(block),
    logIndex: "0x0",
    transactionHash: pad("0x1"),
    blockTimestamp: numberToHex(block * 2n),
  };
}

const blocks = (logs: readonly { block: bigint }[]) => logs.map(({ block }) => Number(block));

describe("a node that takes any range", () => {
  test("one question, newest first", async () => {
    const { read, asked } = fakeNode();
    const window = await read(10n, 14n);
    expect(asked).toHaveLength(1);
    expect(window).toMatchObject({ complete: true, from: 10n, to: 14n, why: null });
    expect(blocks(window.logs)).toEqual([14, 13, 12, 11, 10]);
    expect(window.logs[0]?.at).toBe(28n);
  });

  test("oldest first where that is asked", async () => {
    expect(blocks((await fakeNode().read(1n, 3n, { order: "oldest" })).logs)).toEqual([1, 2, 3]);
  });

  test("an empty range needs no question", async () => {
    const { read, asked } = fakeNode();
    expect(await read(5n, 4n)).toMatchObject({ complete: true, from: null, logs: [] });
    expect(asked).toHaveLength(0);
  });
});

describe("a node that refuses wide ranges", () => {
  const refusals = [
    says(-32005, "query exceeds max block range 500"),
    says(-32602, "exceed maximum block range: 500"),
    says(-32000, "requested too many blocks from 1 to 8000, maximum is set to 500"),
    says(-32614, "eth_getLogs is limited to a 500 block range"),
    says(-32600, "Block range is too wide"),
    says(-32701, "You can make eth_getLogs requests with up to a 500 block range. this block range should work: [0x1, 0x1f4]"),
    says(35, "ranges over 500 blocks are not supported on freetier"),
    says(-32005, "limit exceeded"),
    says(-32602, "block range too large"),
  ];
  for (const refusal of refusals) {
    test(`${refusal.code}: ${refusal.message}`, async () => {
      const { read, asked, ticks } = fakeNode((range) => (width(range) > 500n ? refusal : undefined), 100n);
      const window = await read(1n, 8_000n);
      expect(window).toMatchObject({ complete: true, from: 1n, to: 8_000n });
      expect(window.logs).toHaveLength(80);
      expect(ticks()).toBeLessThanOrEqual(6);
      const before = asked.length;
      await read(1n, 8_000n);
      expect(asked.slice(before).every((range) => width(range) <= 500n)).toBe(true);
    });
  }
});

describe("a node that gives only so many logs", () => {
  const most = (words: string) => (range: Range) => (width(range) > 300n ? says(-32005, words) : undefined);
  for (const words of [
    "query returned more than 10000 results",
    "query returned more than 10000 results. Try with this block range [0x1, 0x80].",
    "query exceeds max results 20000, retry with the range 1-128",
    "Log response size exceeded.",
    "too many logs: 10,000 logs at most",
  ]) {
    test(words, async () => {
      const { read, asked } = fakeNode(most(words), 10n);
      const window = await read(1n, 2_000n);
      expect(window).toMatchObject({ complete: true });
      expect(window.logs).toHaveLength(200);
      // What one crowded range taught says nothing of the next question.
      await read(5_000n, 5_200n);
      expect(asked.at(-1)).toEqual({ from: 5_000n, to: 5_200n });
    });
  }

  test("one block that is too full ends the window before it", async () => {
    const full = (range: Range) =>
      range.from <= 40n && range.to >= 40n ? says(-32005, "query returned more than 10000 results") : undefined;
    const window = await fakeNode(full).read(1n, 64n);
    expect(window).toMatchObject({ complete: false, from: 41n, to: 64n, why: "results" });
    expect(blocks(window.logs).at(-1)).toBe(41);
  });
});

describe("a node on a bad day", () => {
  test("asked again after it was busy", async () => {
    const { read } = fakeNode((_, asked) => (asked === 1 ? says(429, "Too Many Requests") : undefined));
    expect(await read(1n, 10n)).toMatchObject({ complete: true });
  });

  test("busy for good", async () => {
    const { read, asked } = fakeNode(() => says(-32005, "daily request count exceeded, request rate limited"));
    expect(await read(1n, 10n)).toMatchObject({ complete: false, from: null, to: null, why: "busy", logs: [] });
    expect(asked.length).toBeLessThanOrEqual(4);
  });

  test("slow with wide ranges", async () => {
    const slow = Object.assign(new Error("The request took too long"), { name: "TimeoutError" });
    const { read } = fakeNode((range) => (width(range) > 100n ? slow : undefined));
    expect(await read(1n, 400n)).toMatchObject({ complete: true, from: 1n, to: 400n });
  });

  test("it has forgotten old blocks", async () => {
    const pruned = (range: Range) => (range.from < 500n ? says(4444, "pruned history unavailable") : undefined);
    const window = await fakeNode(pruned).read(1n, 1_000n);
    expect(window).toMatchObject({ complete: false, to: 1_000n, why: "history" });
    expect(window.from).toBeGreaterThanOrEqual(500n);
    expect(window.from).toBeLessThan(600n);
  });

  test("unknown words are taken for a limit, for a while", async () => {
    const { read, asked } = fakeNode(() => says(-32000, "computer says no"));
    expect(await read(1n, 100_000n)).toMatchObject({ complete: false, from: null, why: "other" });
    expect(asked.length).toBeLessThan(60);
  });

  test("it never answers", async () => {
    const { read } = fakeNode((range) => (range.from === 1n ? new Promise(() => {}) : undefined));
    expect(await read(1n, 10n, { withinMs: 30 })).toMatchObject({ complete: false, from: null, why: "time" });
  });

  test("what came before the silence is kept", async () => {
    const limited = (range: Range) =>
      width(range) > 10n ? says(-32000, "max block range 10") : range.to === 70n ? new Promise(() => {}) : undefined;
    const window = await fakeNode(limited).read(1n, 100n, { withinMs: 60 });
    expect(window).toMatchObject({ complete: false, from: 71n, to: 100n, why: "time" });
  });
});

describe("bounds of our own", () => {
  const limited = (range: Range) => (width(range) > 10n ? says(-32000, "max block range 10") : undefined);

  test("so many questions", async () => {
    const { read, asked } = fakeNode(limited);
    const window = await read(1n, 1_000n, { requests: 5 });
    expect(asked).toHaveLength(5);
    expect(window).toMatchObject({ complete: false, from: 961n, to: 1_000n, why: "budget" });
  });

  test("so many logs, one window", async () => {
    const window = await fakeNode(limited).read(1n, 1_000n, { enough: 50, order: "oldest" });
    expect(window).toMatchObject({ complete: false, from: 1n, why: "enough" });
    expect(window.logs).toHaveLength(160);
    expect(window.to).toBe(160n);
  });

  test("logs that were taken back don't count", async () => {
    const chain = { ...fakeNode().chain, ask: async () => [{ ...logOf(1n), removed: true }, logOf(2n)] };
    expect(blocks((await readLogs(chain, { from: 1n, to: 2n })).logs)).toEqual([2]);
  });
});
