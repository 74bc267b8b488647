import "server-only";
import { db } from "@/db/client";
import { listingState, type OperatorDeed, operate } from "@/db/queries/operators";
import type { ListingState } from "@/db/schema/listings";
import { cleanText } from "@/lib/cleanText";
import { CoinslotError } from "@/lib/errors";
import { forgetShelf } from "@/lib/gateway/shelf";
import { fieldFault } from "@/lib/sellers/fieldFault";
import { noteListing } from "@/lib/sellers/noteListing";

const SHORTEST = 10;
const LONGEST = 400;

type Move = { from: ListingState[]; to: ListingState; event: "removed" | "restored"; words: (reason: string) => string };

const MOVES: Record<OperatorDeed["action"], Move> = {
  remove: { from: ["public", "off"], to: "removed", event: "removed", words: (reason) => reason },
  // Its host may be somebody else's by now: going public again is its seller's to do, with all that is checked then.
  restore: { from: ["removed"], to: "off", event: "restored", words: (reason) => `An operator allowed it again: ${reason}` },
};

/**
 * Takes a listing down for good, or allows it again. What was paid for before is still answered, or not charged: payments
 * that are under way hold their tool themselves. Throws `not_found`, `invalid_input` (`reason_needed`, `nothing_to_do`).
 */
export async function moderate(deed: OperatorDeed): Promise<{ id: string; state: ListingState; reason: string }> {
  const { listingId, operator, action } = deed;
  const reason = cleanText(deed.reason, LONGEST);
  if ([...reason].length < SHORTEST) {
    throw fieldFault("reason", "reason_needed", `Give a reason of at least ${SHORTEST} characters: everybody can read it.`);
  }
  const { from, to, event, words } = MOVES[action];
  const account = await operate(db(), { operator, listingId, action, reason }, from, to, words(reason));
  if (!account) throw await whyNot(listingId);
  forgetShelf();
  await noteListing(account, listingId, event, reason);
  return { id: listingId, state: to, reason };
}

async function whyNot(id: string): Promise<CoinslotError> {
  const state = await listingState(db(), id);
  if (!state || state === "draft") return new CoinslotError("not_found", "There is no such listing.");
  return fieldFault(
    "id",
    "nothing_to_do",
    state === "removed" ? "This listing was taken down before." : "This listing was not taken down.",
  );
}
