import "server-only";
import { handOvers, recordHandedOverAgain } from "@/db/queries/handOvers";
import { log } from "@/lib/log";
import type { SettlementItem } from "../types";
import { choose, round } from "./round";
import type { Remote } from "./types";

const LONGEST_SECONDS = 3_600;

/**
 * A payment that was handed over, came to nothing, and is still good on the chain goes to the next facilitator. Its
 * authorization may never end, and the first may have lost it for ever. Not waited for, and one at a time.
 */
export function handOverAgain(remote: Remote): (item: SettlementItem) => void {
  const underWay = new Set<string>();
  return (item) => {
    if (underWay.has(item.id)) return;
    underWay.add(item.id);
    void tryAgain(remote, item)
      .catch((error: unknown) => log("warn", "not_handed_over_again", { payment: item.id, error }))
      .finally(() => underWay.delete(item.id));
  };
}

async function tryAgain(remote: Remote, item: SettlementItem): Promise<void> {
  const { facilitators, againSeconds } = remote;
  const { sql } = remote.settler;
  const before = await handOvers(sql, item.id);
  const rounds = Math.floor(Math.max(before.times - 1, 0) / facilitators.length);
  if (before.seconds < Math.min(againSeconds * 2 ** rounds, LONGEST_SECONDS)) return;
  const chosen = choose(remote, facilitators.findIndex((f) => f.name === before.last) + 1);
  if (!chosen) return;
  if (await recordHandedOverAgain(sql, item.id, chosen.facilitator.name)) await round(remote, item, chosen, false);
  else chosen.facilitator.breaker.left();
}
