import { describe, expect, it } from "vitest";
import { volumeBars, volumeGas, volumeSums } from "./volumeModel";

const day = (n: number, raw: string, own = "0", circular = "0", ownCalls = 0) => ({
  ...{ day: `2026-11-0${n}`, calls: n, raw, gasFee: raw, own, ownCalls, circular },
});

describe("volume", () => {
  it("is raw, and filtered without own wallets and circles", () => {
    const days = [day(1, "5000000"), day(2, "9000000", "2000000", "1000000", 4)];
    expect(volumeSums(days)).toEqual({ raw: 14_000_000n, own: 2_000_000n, circular: 1_000_000n, filtered: 11_000_000n });
    expect(volumeBars(days).map(({ filtered, out, note }) => [filtered, out, note])).toEqual([
      [5, 0, null],
      [6, 3, null],
    ]);
  });

  it("has the gas of all of it, own wallets and circles too", () => {
    expect(volumeGas([day(1, "5000000"), day(2, "9000000", "2000000")])).toEqual({ calls: 3, revenue: 14_000_000n, fee: 14_000_000n });
  });

  it("names the day on which somebody paid mostly themselves", () => {
    const bars = volumeBars([day(1, "5000000", "3000000", "0", 600), day(2, "9000000", "8000000", "0", 1600)]);
    expect(bars.map((bar) => bar.note)).toEqual([null, "one owner, 1,600 calls to itself"]);
  });
});
