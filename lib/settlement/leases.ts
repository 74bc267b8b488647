import "server-only";
import type postgres from "postgres";
import { keepHolding } from "@/db/queries/open";
import { log } from "@/lib/log";

/** Seconds for which nobody else takes a payment over; renewed while it is worked on, so a process that died is soon found out. */
export const LEASE_SECONDS = 10;
const RENEW_MS = 3_000;

export type Leases = { hold: (id: string) => void; letGo: (id: string) => void; stop: () => void };

/** The payments that this process works on. Those that are done before the first renewal cost nothing. */
export function startLeases(sql: postgres.Sql): Leases {
  const held = new Map<string, number>();
  const renew = async () => {
    const ids = [...held.keys()];
    for (let i = 0; i < ids.length; i += 500) await keepHolding(sql, ids.slice(i, i + 500), LEASE_SECONDS);
  };
  const timer = setInterval(() => void renew().catch((error: unknown) => log("warn", "leases_not_renewed", { error })), RENEW_MS);
  timer.unref();
  return {
    hold: (id) => void held.set(id, (held.get(id) ?? 0) + 1),
    letGo: (id) => {
      const rest = (held.get(id) ?? 0) - 1;
      if (rest > 0) held.set(id, rest);
      else held.delete(id);
    },
    stop: () => clearInterval(timer),
  };
}
