import { type Address, type Hex, hexToBigInt } from "viem";
import { byPlace, type ChainLog } from "@/lib/chain/chainLog";
import type { ChainView } from "@/lib/chain/openChain";
import { type LogWindow, readLogs } from "@/lib/chain/readLogs";
import { TOPICS } from "./logNames";

/** `complete` false: it may have happened more often. */
export type Happened = { count: number; lastBlock: bigint | null; complete: boolean };

export type UsedFacts = {
  /** Transfers out of nowhere, later than in the token's first block. */
  mintsAfterLaunch: Happened | null;
  upgrades: Happened | null;
  ownershipChanges: Happened | null;
  roleChanges: Happened | null;
  pauses: Happened | null;
  /** What else it logged, the most frequent first. */
  otherEvents: { topic: Hex; count: number }[];
  /** Everything that the token ever logged was looked at. */
  complete: boolean;
};

const KINDS = {
  upgrades: [TOPICS.upgraded, TOPICS.beaconUpgraded, TOPICS.adminChanged],
  ownershipChanges: [TOPICS.ownershipTransferred],
  roleChanges: [TOPICS.roleGranted, TOPICS.roleRevoked],
  pauses: [TOPICS.paused, TOPICS.unpaused, TOPICS.pause, TOPICS.unpause],
} as const;
const RARE: Hex[] = Object.values(KINDS).flat();
const NOBODY: Hex = `0x${"0".repeat(64)}`;
const MOST_OTHERS = 20;
const BOUNDS = { requests: 18, withinMs: 2_000, enough: 2_000 } as const;

/** Which of its powers a token has shown so far. Asks again for the rare events only where `logs` are not all. */
export async function wasUsed(chain: ChainView, token: Address, logs: LogWindow): Promise<UsedFacts> {
  const range = { address: token, from: 0n, to: chain.block.number };
  const [rare, mints] = logs.complete
    ? [logs, logs]
    : await Promise.all([
        readLogs(chain, { ...range, topics: [RARE] }, BOUNDS),
        readLogs(chain, { ...range, topics: [TOPICS.transfer, NOBODY] }, BOUNDS),
      ]);
  const launch = [...rare.logs, ...mints.logs].sort(byPlace)[0]?.block ?? null;
  const whole = rare.complete && mints.complete;
  const later = ({ block }: ChainLog) => !whole || block !== launch;
  const happened = (window: LogWindow, is: (log: ChainLog) => boolean): Happened | null => {
    if (window.from === null) return null;
    const found = window.logs.filter((log) => later(log) && is(log));
    return { count: found.length, lastBlock: found.at(-1)?.block ?? null, complete: window.complete };
  };
  const of = (kind: keyof typeof KINDS) =>
    happened(rare, ({ topics: [first] }) => (KINDS[kind] as readonly (Hex | undefined)[]).includes(first));
  return {
    mintsAfterLaunch: happened(mints, isMint),
    upgrades: of("upgrades"),
    ownershipChanges: of("ownershipChanges"),
    roleChanges: of("roleChanges"),
    pauses: of("pauses"),
    otherEvents: others(logs.logs),
    complete: logs.complete,
  };
}

function isMint({ topics: [first, from], data }: ChainLog): boolean {
  return first === TOPICS.transfer && from === NOBODY && data !== "0x" && hexToBigInt(data) > 0n;
}

function others(logs: readonly ChainLog[]): UsedFacts["otherEvents"] {
  const counts = new Map<Hex, number>();
  const known: readonly Hex[] = [TOPICS.transfer, TOPICS.approval, ...RARE];
  for (const {
    topics: [first],
  } of logs) {
    if (first && !known.includes(first)) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  return [...counts]
    .map(([topic, count]) => ({ topic, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_OTHERS);
}
