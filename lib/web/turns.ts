import { setTimeout as sleep } from "node:timers/promises";
import { getDomain } from "tldts";
import { type PoliteLimits, type Politeness, politeness } from "./politeness";
import { hostBusy } from "./refusals";

/** What the market asks of one site at most, all its payers together. */
export const SITE_LIMITS: PoliteLimits = { atOnce: 4, perSecond: 4, burst: 16 };
/** Many sites live behind one address, and still it is one machine to somebody. */
const ADDRESS_LIMITS: PoliteLimits = { atOnce: 16, perSecond: 16, burst: 64 };
/** A site put up for trying is there to be asked. */
const OWN_LIMITS: PoliteLimits = { atOnce: 256, perSecond: 5_000, burst: 5_000 };

/** A page's pieces are asked by a browser, which keeps its connections open: more at once, and in bursts. */
const CONNECTION_LIMITS: PoliteLimits = { atOnce: 24, perSecond: 12, burst: 48 };

export type TurnCounts = { site: Politeness; address: Politeness; own: Politeness; connection: Politeness };

export type TurnLimits = { [key in keyof TurnCounts]: PoliteLimits };

/** How the market treats strangers, and what it has put up itself. */
export const USUAL_LIMITS: TurnLimits = { site: SITE_LIMITS, address: ADDRESS_LIMITS, own: OWN_LIMITS, connection: CONNECTION_LIMITS };

export function turnCounts({ site, address, own, connection }: TurnLimits): TurnCounts {
  return { site: politeness(site), address: politeness(address), own: politeness(own), connection: politeness(connection) };
}

export type TurnAsk = { host: string; addresses: readonly string[]; own: boolean; patienceMs: number; signal: AbortSignal };

const LOOK_AGAIN_MS = 150;
/** Names more than these change nothing: whoever has so many addresses is known by the first ones. */
const COUNTED_ADDRESSES = 8;

/** Waits for a turn at a host as long as patience lasts, then refuses. Answers the way to give it back. */
export async function takeTurn(counts: TurnCounts, ask: TurnAsk): Promise<() => void> {
  const until = performance.now() + ask.patienceMs;
  for (;;) {
    const turn = tryTurn(counts, ask);
    if ("leave" in turn) return turn.leave;
    const left = until - performance.now();
    if (left <= 0) throw hostBusy(ask.host, turn.wait);
    await sleep(Math.min(LOOK_AGAIN_MS, left), undefined, { signal: ask.signal });
  }
}

function tryTurn({ site, address, own }: TurnCounts, ask: TurnAsk) {
  if (ask.own) return own([ask.host]);
  const machine = address(ask.addresses.slice(0, COUNTED_ADDRESSES));
  if (!("leave" in machine)) return machine;
  // Private suffixes too: the shops of one host are sites of their own.
  const turn = site([getDomain(ask.host, { allowPrivateDomains: true }) ?? ask.host]);
  if (!("leave" in turn)) {
    machine.leave();
    return turn;
  }
  const leave = () => {
    turn.leave();
    machine.leave();
  };
  return { wait: 0 as const, leave };
}
