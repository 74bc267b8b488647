import { byPlace, type ChainLog } from "./chainLog";
import type { Pool } from "./pool";
import { type PoolEvent, readPoolEvent } from "./poolEvents";

/** What a pool holds, in atomic units. */
export type Reserves = { reserve0: bigint; reserve1: bigint };
/** One event of a pool, with what the pool held before and after it; null where that can't be told. */
export type Step = { log: ChainLog; event: PoolEvent; before: Reserves | null; after: Reserves | null };

/**
 * The events of one pool, oldest first, with its reserves around each. V2 logs its reserves just before each event;
 * for V3 they are counted back from what it holds at the `end` of the window.
 */
export function stepsOf(pool: Pool, logs: readonly ChainLog[], end: Reserves | null): Step[] {
  const own = logs.filter(({ address }) => address === pool.address.toLowerCase());
  const events = own.sort(byPlace).flatMap((log) => {
    const event = readPoolEvent(log);
    return event ? [{ log, event }] : [];
  });
  return pool.version === "v2" ? v2Steps(events) : v3Steps(events, end);
}

type Told = Pick<Step, "log" | "event">;

function v2Steps(events: readonly Told[]): Step[] {
  return events.flatMap(({ log, event }, at): Step[] => {
    if (event.kind === "sync") return [];
    const last = events[at - 1];
    const told = last?.event.kind === "sync" && last.log.block === log.block && last.log.index === log.index - 1 ? last.event : null;
    const after = told && { reserve0: told.reserve0, reserve1: told.reserve1 };
    return [{ log, event, after, before: after && less(after, changeBy(event, true)) }];
  });
}

function v3Steps(events: readonly Told[], end: Reserves | null): Step[] {
  let after = end;
  const steps: Step[] = [];
  for (const { log, event } of events.toReversed()) {
    const before: Reserves | null = after && less(after, changeBy(event, false));
    steps.push({ log, event, before, after });
    after = before;
  }
  return steps.reverse();
}

/** What an event brought into the pool. A V3 burn only promises: the Collect pays. */
function changeBy(event: PoolEvent, burnPays: boolean): Reserves {
  switch (event.kind) {
    case "swap":
      return { reserve0: event.in0 - event.out0, reserve1: event.in1 - event.out1 };
    case "mint":
    case "drift":
      return { reserve0: event.amount0, reserve1: event.amount1 };
    case "burn":
      return burnPays ? { reserve0: -event.amount0, reserve1: -event.amount1 } : { reserve0: 0n, reserve1: 0n };
    case "collect":
      return { reserve0: -event.amount0, reserve1: -event.amount1 };
    default:
      return { reserve0: 0n, reserve1: 0n };
  }
}

function less(a: Reserves, b: Reserves): Reserves {
  return { reserve0: a.reserve0 - b.reserve0, reserve1: a.reserve1 - b.reserve1 };
}
