import type { SafetyAnswer } from "@/lib/safety/answer/shape";

type Share = SafetyAnswer["liquidity"]["shares"][number];
export type PartKind = "burned" | "locked" | "makers" | "fake_lock" | "others" | "missing";
export type Part = { kind: PartKind; bps: number; of: Share[] };

const ORDER: readonly PartKind[] = ["burned", "locked", "others", "makers", "fake_lock", "missing"];
const WHOLE = 10_000;

/** Who holds a pool, as parts of one bar: what stays first, what can leave last. What nobody accounts for is a part too. */
export function sharesByKind(shares: readonly Share[]): Part[] {
  const parts = new Map<PartKind, Part>(ORDER.map((kind) => [kind, { kind, bps: 0, of: [] }]));
  for (const share of shares) {
    const part = parts.get(partOf(share)) as Part;
    part.bps += share.share_bps ?? 0;
    part.of.push(share);
  }
  const told = [...parts.values()].reduce((sum, { bps }) => sum + bps, 0);
  // Shares are rounded: some hundredths of a percent that are missing say nothing.
  if (WHOLE - told > 10) (parts.get("missing") as Part).bps = WHOLE - told;
  return [...parts.values()].filter(({ bps, of }) => bps > 0 || of.length > 0);
}

function partOf({ kind }: Share): PartKind {
  if (kind === "creator" || kind === "owner") return "makers";
  return kind === "account" || kind === "contract" ? "others" : kind;
}
