import type { Deployed } from "@/lib/devnet/tokens/deployRange";

export type Half = "seen" | "heldout";
export type Got = "avoid" | "caution" | "ok" | "unknown" | "refused";

/** A contract of the range on the chain, and which half it belongs to. */
export type Placed = Deployed & { half: Half };

/** What one question cost: milliseconds, requests to the node, and calls inside them. */
export type Cost = { ms: number; trips: number; calls: number };

export type Trouble = { id: string; status: string; text: string };
export type Answered = { got: Got; summary: string; trouble: Trouble[]; cost: Cost };
export type Result = { placed: Placed; answered: Answered };

/** How many of how many. */
export type Share = { right: number; of: number };

export type HalfFigures = {
  half: Half;
  contracts: number;
  /** Of those that deserve `avoid`: how many got it. */
  avoid: Share;
  /** Of those that deserve `caution`: how many got that or worse. */
  caution: Share;
  /** Of all that deserve better: how many got `avoid`. */
  falseAvoid: Share;
  /** Of those that deserve `ok`: how many got `caution`. */
  cleanAsCaution: Share;
  /** How many had no verdict that should have had one. */
  unknown: Share;
  /** Of the right verdicts that are not `ok`: where a failing check names the real reason. */
  named: Share;
  /** Malicious contract and benign twin: how many pairs were told apart. */
  pairs: Share;
  behaviours: { behaviour: string; title: string; contracts: number; right: number }[];
};

export type Benchmark = {
  date: string;
  commit: string;
  halves: HalfFigures[];
  /** Over HTTP with payment; null where it was not measured. */
  http: { p50Ms: number; p95Ms: number } | null;
  engine: { p50Ms: number; p95Ms: number; tripsP50: number; tripsMost: number; callsP50: number; latencyMs: number };
};
