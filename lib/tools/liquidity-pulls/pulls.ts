import type { Address } from "viem";
import type { ChainLog } from "@/lib/chain/chainLog";
import type { Pool } from "@/lib/chain/pool";
import type { BurnEvent } from "@/lib/chain/poolEvents";
import { type Reserves, type Step, stepsOf } from "@/lib/chain/reserves";
import { shareBps } from "@/lib/chain/shares";

export type Pull = {
  log: ChainLog;
  pool: Pool;
  to: Address | null;
  amount0: bigint;
  amount1: bigint;
  shareBps: number | null;
  left: Reserves | null;
};

/** What was taken out of a pool, from its logs; `end`: what it held when the last of them was written. */
export function pullsOf(pool: Pool, logs: readonly ChainLog[], end: Reserves | null): Pull[] {
  const steps = stepsOf(pool, logs, end);
  return steps.flatMap((step, at) => {
    const { event } = step;
    // A burn of nothing only brings a V3 position's fees up to date.
    if (event.kind !== "burn" || (event.amount0 === 0n && event.amount1 === 0n)) return [];
    return [pullOf(pool, step, event, pool.version === "v2" ? event.to : paidTo(steps, at, event))];
  });
}

function pullOf(pool: Pool, { log, before }: Step, { amount0, amount1 }: BurnEvent, to: Address | null): Pull {
  const shares = before ? [shareBps(amount0, before.reserve0), shareBps(amount1, before.reserve1)].filter((share) => share !== null) : [];
  return {
    log,
    pool,
    to,
    amount0,
    amount1,
    shareBps: shares.length > 0 ? Math.max(...shares) : null,
    left: before && leftOf(before, amount0, amount1),
  };
}

/** Less than nothing is what a token that lies about balances leaves. */
function leftOf({ reserve0, reserve1 }: Reserves, amount0: bigint, amount1: bigint): Reserves | null {
  return reserve0 < amount0 || reserve1 < amount1 ? null : { reserve0: reserve0 - amount0, reserve1: reserve1 - amount1 };
}

/** V3 pays by a Collect of the same position, mostly in the same transaction. */
function paidTo(steps: readonly Step[], at: number, { owner, ticks }: BurnEvent): Address | null {
  const tx = steps[at]?.log.tx;
  for (const { log, event } of steps.slice(at + 1)) {
    if (log.tx !== tx) return null;
    if (event.kind === "collect" && event.owner === owner && event.ticks === ticks) return event.to;
  }
  return null;
}
