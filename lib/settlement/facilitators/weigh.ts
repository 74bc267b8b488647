import "server-only";
import { log } from "@/lib/log";
import type { ReasonCode } from "@/lib/payments/reasons";
import type { Settled, SettlementItem } from "../types";
import type { Told } from "./ask";
import { chainRefusal } from "./chainRefusal";
import { look } from "./look";
import type { Facilitator, Remote } from "./types";

/** What the chain makes of a facilitator's word. */
export type Verdict =
  | Settled
  | { state: "void" }
  /** Refused, and the chain would refuse it as well: nothing was sent. */
  | { state: "refused"; reason: ReasonCode }
  /** Nothing to be seen yet: the next facilitator may have more luck. */
  | { state: "open" };

/** Refusals that a facilitator gives before it sends anything. Whatever else it calls a failure may be on its way to the chain. */
const BEFOREHAND = new Set([
  "insufficient_funds",
  "invalid_exact_evm_insufficient_balance",
  "invalid_exact_evm_payload_signature",
  "invalid_exact_evm_payload_authorization_valid_after",
  "invalid_exact_evm_payload_authorization_valid_before",
  "invalid_transaction_state",
]);

/** Holds what a facilitator said against the chain, and tells its breaker what it was worth. */
export async function weigh(remote: Remote, { name, breaker }: Facilitator, item: SettlementItem, told: Told): Promise<Verdict> {
  const receipt = told.kind === "receipt" ? told : null;
  const promised = receipt !== null && (receipt.success || receipt.reason === "settlement_pending");
  const seen = await look(remote, item, promised ? remote.patienceMs : 0, receipt?.transaction);
  if (seen.state === "settled" || seen.state === "void") {
    // The money moved, whatever it said; a silent one is no use all the same.
    if (told.kind === "receipt") breaker.succeeded();
    else breaker.failed();
    return seen;
  }
  const reason = receipt && !receipt.success && BEFOREHAND.has(receipt.reason ?? "") ? await chainRefusal(remote, item) : null;
  if (reason) {
    breaker.succeeded();
    return { state: "refused", reason };
  }
  if (isTheirs(item, told)) breaker.failed();
  else breaker.left();
  const said = told.kind === "silent" ? { error: told.why } : { success: told.success, reason: told.reason };
  log("warn", told.kind === "silent" ? "facilitator_silent" : "facilitator_not_borne_out", {
    facilitator: name,
    payment: item.id,
    ...said,
  });
  return { state: "open" };
}

/** A breaker opens for everybody, so what a payer can bring about with a payment of a special kind must not open it. */
function isTheirs(item: SettlementItem, told: Told): boolean {
  if (item.wallet) return false;
  return told.kind === "silent" || told.success || !(BEFOREHAND.has(told.reason ?? "") || told.reason === "settlement_pending");
}
