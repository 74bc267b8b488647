export const SIDES = ["coinslot", "express", "next"] as const;
export type SideName = (typeof SIDES)[number];

/** `automine`: a block with each transaction. `blocks`: one every two seconds, as on Base. */
export const MODES = ["automine", "blocks"] as const;
export type Mode = (typeof MODES)[number];

export const BLOCK_SECONDS = 2;

/** The routes of one server, which all three have. */
export type Target = { url: string; live: string; runs: string; echo: string };

/** One entry of `accepts`, kept as it came: official servers want it back unchanged. */
export type Terms = {
  network: string;
  amount: string;
  asset: `0x${string}`;
  payTo: `0x${string}`;
  extra: { name: string; version: string };
};

/** `posted`: what `unpaid` sends, to a route that asks for no money. */
export type Kind = "bare" | "posted" | "unpaid" | "paid";

/** What the load process is asked to do: `concurrent` callers, each sending the next call when the last one was answered. */
export type Load = {
  kind: Kind;
  target: Target;
  concurrent: number;
  /** No call starts after this time; those under way are waited for. */
  seconds: number;
  /** A call without an answer after this time counts as an error. */
  patienceMs: number;
  /** Starts with a fresh block of this chain, so that whole blocks are measured. */
  alignTo?: string;
};

export type LoadResult = {
  /** Calls with the answer that was to be expected: 402 for unpaid ones, 200 for the others. */
  good: number;
  errors: number;
  /** From the first call to the last answer. */
  seconds: number;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  /** By status; `cut` and `late` for calls that got none. */
  statuses: Record<string, number>;
  /** One body for each status that was not expected. */
  samples: Record<string, string>;
  /** All payments that were made for this load were used up before its time was over. */
  ranDry: boolean;
};
