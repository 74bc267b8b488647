import type { CoinslotError } from "@/lib/errors";
import type { ToolRefusal } from "@/lib/tools/refusal";
import type { Hop } from "@/lib/web/hop";
import type { ListingPolicy } from "../types";
import { readWords } from "./readAnswer";
import { keyRefused, limited, refusedBy } from "./refusals";

const LONGEST_WAIT = 3_600;

/** What a status from 400 to 499 means for the payer; null where the seller gives and charges it as an answer. */
export async function refusalFor(
  hop: Hop,
  policy: ListingPolicy,
  hide: (text: string) => string,
): Promise<ToolRefusal | CoinslotError | null> {
  const { status } = hop;
  if (status === 401 || status === 403 || status === 407) {
    hop.leave();
    return keyRefused(status, policy.auth !== null);
  }
  if (status === 408 || status === 429) {
    hop.leave();
    const wait = Number(hop.headers["retry-after"]);
    return limited(wait >= 1 && wait <= LONGEST_WAIT ? Math.ceil(wait) : 5);
  }
  // A second 402 after the first one was paid would send payers round in circles.
  if (policy.charge4xx && status !== 402) return null;
  return refusedBy(status, await readWords(hop, hide));
}
