import type { VolumeDay } from "@/db/queries/volume";

export type VolumeBar = { at: number; filtered: number; out: number; note: string | null };
export type VolumeSums = { raw: bigint; own: bigint; circular: bigint; filtered: bigint };

/** What is left of a day when own wallets and circles are taken out. */
function filteredOf({ raw, own, circular }: VolumeDay): bigint {
  return BigInt(raw) - BigInt(own) - BigInt(circular);
}

export function volumeSums(days: readonly VolumeDay[]): VolumeSums {
  const sum = (pick: (day: VolumeDay) => bigint) => days.reduce((total, day) => total + pick(day), 0n);
  return {
    raw: sum((day) => BigInt(day.raw)),
    own: sum((day) => BigInt(day.own)),
    circular: sum((day) => BigInt(day.circular)),
    filtered: sum(filteredOf),
  };
}

/** What the market paid for the settlement of all of them. */
export function volumeGas(days: readonly VolumeDay[]): { calls: number; revenue: bigint; fee: bigint } {
  return {
    calls: days.reduce((total, day) => total + day.calls, 0),
    revenue: volumeSums(days).raw,
    fee: days.reduce((total, day) => total + BigInt(day.gasFee), 0n),
  };
}

/** One bar a day, in USDC. The day on which most was paid to own wallets says so, if that was more than half of it. */
export function volumeBars(days: readonly VolumeDay[]): VolumeBar[] {
  const most = days.reduce<VolumeDay | null>((best, day) => (BigInt(day.own) > BigInt(best?.own ?? 0) ? day : best), null);
  return days.map((day) => {
    const filtered = filteredOf(day);
    const loud = day === most && BigInt(day.own) * 2n > BigInt(day.raw);
    const calls = `${day.ownCalls.toLocaleString("en")} ${day.ownCalls === 1 ? "call" : "calls"}`;
    return {
      at: Date.parse(`${day.day}T00:00:00Z`),
      filtered: Number(filtered) / 1e6,
      out: Number(BigInt(day.raw) - filtered) / 1e6,
      note: loud ? `one owner, ${calls} to itself` : null,
    };
  });
}
