import { hexToBigInt, numberToHex } from "viem";
import { describe, expect, test } from "vitest";
import { blockInput } from "./blockInput";
import { blockWindow } from "./blockWindow";
import type { ChainView } from "./openChain";

const HEAD = 1_000_000n;

/** A chain whose blocks take 2 s, except that it stood still for a day at block 990,000. */
function chainView() {
  const timeOf = (block: bigint) => block * 2n + (block >= 990_000n ? 86_400n : 0n);
  let asked = 0;
  const ask = async (_: string, params: unknown[]) => {
    asked++;
    return { timestamp: numberToHex(timeOf(hexToBigInt(params[0] as `0x${string}`))) };
  };
  const view = { block: { number: HEAD, timestamp: timeOf(HEAD) }, ask, unreachable: <T>(work: Promise<T>) => work };
  return { chain: view as unknown as ChainView, asked: () => asked };
}

const windowOf = (asked: Parameters<typeof blockWindow>[1]) => blockWindow(chainView().chain, asked, 100n, 200_000n);

describe("the window of blocks", () => {
  test("the newest blocks when nothing is said", async () => {
    expect(await windowOf({})).toEqual({ from: 999_901n, to: HEAD });
  });

  test("numbers, text or not", async () => {
    expect(await windowOf({ from_block: 950_000, to_block: "960000" })).toEqual({ from: 950_000n, to: 960_000n });
    expect(await windowOf({ to_block: 500 })).toEqual({ from: 401n, to: 500n });
  });

  test("seconds ago: the first block that is not older", async () => {
    expect(await windowOf({ from_block: "3600s", to_block: "latest" })).toEqual({ from: HEAD - 1_800n, to: HEAD });
    expect(await windowOf({ from_block: "50000s" })).toMatchObject({ from: 990_000n });
    expect(await windowOf({ from_block: "0s" })).toMatchObject({ from: HEAD });
  });

  test("few questions to find a time", async () => {
    const { chain, asked } = chainView();
    await blockWindow(chain, { from_block: "3600s" }, 100n, 200_000n);
    expect(asked()).toBeLessThanOrEqual(5 * 15);
  });

  test("what can't be a window", async () => {
    await expect(windowOf({ to_block: 1_000_001 })).rejects.toMatchObject({ reason: "block_beyond_head" });
    await expect(windowOf({ from_block: 11, to_block: 10 })).rejects.toMatchObject({ reason: "bad_window" });
    await expect(windowOf({ from_block: 0 })).rejects.toMatchObject({ reason: "window_too_wide" });
    await expect(windowOf({ from_block: "9999999s" })).rejects.toMatchObject({ reason: "window_too_wide" });
  });

  test.each(["last week", "-5", "1.5", "0x10", "vitalik.eth"])("%s is no block", (text) => {
    expect(blockInput("").safeParse(text).success).toBe(false);
  });
});
