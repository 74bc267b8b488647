import "server-only";
import { recordHandedOver } from "@/db/queries/submissions";
import { log } from "@/lib/log";
import type { Outcome, SettlementItem, Submit } from "../types";
import { choose, round } from "./round";
import type { Remote } from "./types";

/** Settles by others, one `POST /settle` a payment. Their word is not enough: settled is what the chain shows. */
export function facilitatorSubmitter(remote: Remote): Submit {
  return async (items) => {
    const outcomes = Promise.all(items.map(async (item): Promise<[string, Outcome]> => [item.id, await handOver(remote, item)]));
    return { outcomes: outcomes.then((known) => new Map(known)) };
  };
}

async function handOver(remote: Remote, item: SettlementItem): Promise<Outcome> {
  const chosen = choose(remote, 0);
  if (!chosen) return { state: "unsent", cause: new Error("no facilitator takes requests at the moment") };
  try {
    // Written first: after this, only the chain may say that the money did not move.
    const ours = await recordHandedOver(remote.settler.sql, [item], chosen.facilitator.name);
    if (!ours.has(item.id)) throw new Error("the claim was lost");
  } catch (cause) {
    chosen.facilitator.breaker.left();
    return { state: "unsent", cause };
  }
  return round(remote, item, chosen, true).catch((error: unknown): Outcome => {
    log("warn", "settlement_unseen", { payment: item.id, error });
    return { state: "unknown" };
  });
}
